'use client'

import { useEffect, useRef, useState } from 'react'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { useScript } from '@/components/ui/use-script'
import type { FormState } from '@/lib/form'

/**
 * Step-up inside a form, when its action needs a fresh proof. Nothing that was typed is lost: the same form is sent
 * again, with the proof in it.
 */
export function ProofFields({ state: { proof, errors, values } }: { state: FormState }) {
  const fields = useRef<HTMLFieldSetElement>(null)
  const scripted = useScript()
  const marker = useRef<HTMLSpanElement>(null)
  const { answer, trouble } = usePasskeyAnswer(proof?.passkey, marker)

  useEffect(() => {
    if (proof)
      fields.current?.querySelector<HTMLElement>('[aria-invalid="true"], input:not([type=hidden])')?.focus()
  }, [proof])

  if (!proof) return <span ref={marker} hidden />
  return (
    <fieldset ref={fields} className="grid gap-4 rounded-card border border-accent p-4">
      <legend className="px-1 font-medium">Confirm it's you</legend>
      <span ref={marker} hidden />
      <p className="text-text-muted">
        Nothing was changed yet. Enter {proof.asksPassword && 'your password and '}a token, then submit again.
      </p>
      {proof.asksPassword && (
        <PasswordInput
          name="proofPassword"
          label="Your password"
          autoComplete="current-password"
          error={errors.proofPassword}
        />
      )}
      <TokenInput
        name="proofToken"
        label="Token or Security Key"
        hint="From your app or a text. A recovery code works too."
        error={trouble ?? errors.proofToken}
        defaultValue={values.proofToken}
        takesLetters
      />
      {answer && <input type="hidden" name="proofPasskey" value={answer} />}
      <p role="status" className="text-text-muted empty:absolute">
        {proof.step}
      </p>
      <div className="flex flex-wrap gap-2">
        <SubmitButton look="secondary" name="proofBy" value="text" formNoValidate>
          Text me a token
        </SubmitButton>
        {scripted && (
          <SubmitButton look="secondary" name="proofBy" value="passkey" formNoValidate>
            Use a passkey
          </SubmitButton>
        )}
      </div>
    </fieldset>
  )
}

/** Has the browser answer what the portal asked, and sends the form with the answer, by the button that was pressed first. */
function usePasskeyAnswer(asked: string | undefined, marker: React.RefObject<HTMLElement | null>) {
  const [answered, setAnswered] = useState<{ to?: string; answer?: string; trouble?: string }>({})
  const pressed = useRef<HTMLElement>(null)

  useEffect(() => {
    const form = marker.current?.closest('form')
    const note = ({ submitter }: SubmitEvent) => {
      if (submitter?.getAttribute('name') !== 'proofBy') pressed.current = submitter
    }
    form?.addEventListener('submit', note)
    return () => form?.removeEventListener('submit', note)
  }, [marker])

  useEffect(() => {
    if (!asked) return
    void import('@/components/sign-in-methods/passkey-ceremony')
      .then(({ provePasskey }) => provePasskey(JSON.parse(asked)))
      .then((given) => setAnswered({ to: asked, ...given }))
  }, [asked])

  const current = answered.to === asked ? answered : {}
  useEffect(() => {
    const button = pressed.current?.isConnected ? pressed.current : null
    if (current.answer) marker.current?.closest('form')?.requestSubmit(button)
  }, [current.answer, marker])
  return current
}
