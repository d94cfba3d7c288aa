'use client'

import { useActionState, useEffect, useRef } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { emptyForm } from '@/lib/form'
import { finishPushAction } from './actions'

/** Turns the approval into a sign-in: by itself, or by the button without script, or with the code that the phone shows. */
export function FinishPushForm({
  isTyped,
  finishesByItself,
}: {
  isTyped: boolean
  finishesByItself: boolean
}) {
  const [state, action] = useActionState(finishPushAction, emptyForm)
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (finishesByItself) form.current?.requestSubmit()
  }, [finishesByItself])

  return (
    <form ref={form} action={action} noValidate className="grid w-full gap-3 text-left">
      {isTyped && (
        <TokenInput
          name="code"
          label="Code shown in the request"
          hint="Approve the request on your phone, then type the code it shows."
          error={state.errors.code}
          autoComplete="off"
        />
      )}
      {!isTyped && state.errors.code && (
        <p role="alert" className="font-medium text-danger-fg">
          {state.errors.code}
        </p>
      )}
      <SubmitButton large look={isTyped ? 'secondary' : 'primary'}>
        {isTyped ? 'Confirm code' : 'Continue'}
      </SubmitButton>
    </form>
  )
}
