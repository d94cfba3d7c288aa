'use client'

import { useEffect, useRef } from 'react'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { emptyForm } from '@/lib/form'
import { finishPushAction } from './actions'
import { TrustChoice } from './token-form'

type FinishPushFormProps = { isTyped: boolean; isApproved: boolean; trustDays: number }

/**
 * Turns the approval into a sign-in: automatically, by the button without script, or with the code that the phone shows. With
 * script the page has one checkbox to trust the browser, at the token; without, each form has its own.
 */
export function FinishPushForm({ isTyped, isApproved, trustDays }: FinishPushFormProps) {
  const [state, action] = useForm(finishPushAction, emptyForm)
  const form = useRef<HTMLFormElement>(null)
  const trust = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (!isApproved) return
    if (!isTyped) form.current?.requestSubmit()
    else if (!(document.activeElement instanceof HTMLInputElement))
      form.current?.querySelector<HTMLInputElement>('#code')?.focus()
  }, [isApproved, isTyped])

  const takeOverChoice = () => {
    if (trust.current) trust.current.disabled = !document.querySelector('#trust:checked')
  }

  return (
    <Form
      state={state}
      ref={form}
      action={action}
      onSubmit={takeOverChoice}
      className="grid w-full gap-3 text-left"
    >
      {isTyped && (
        <TokenInput
          name="code"
          label="Code shown in the OneTouch alert"
          error={state.errors.code}
          defaultValue={state.values.code}
          autoComplete="off"
          beside={<SubmitButton large>Confirm code</SubmitButton>}
          autoFocus
        />
      )}
      {!isTyped && state.errors.code && (
        <p role="alert" className="font-medium text-danger-fg">
          {state.errors.code}
        </p>
      )}
      {trustDays > 0 && (
        <>
          <input ref={trust} type="hidden" name="trust" value="on" disabled />
          <noscript>
            <TrustChoice id="trust-push" days={trustDays} />
          </noscript>
        </>
      )}
      {!isTyped && <SubmitButton large>Continue</SubmitButton>}
    </Form>
  )
}
