'use client'

import { useEffect, useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { useScript } from '@/components/ui/use-script'
import type { FormState } from '@/lib/form'

/**
 * Step-up inside a form, when its action needs a fresh proof. Nothing that was typed is lost: the same form is sent
 * again, with the proof in it.
 */
export function ProofFields({ state: { proof, errors } }: { state: FormState }) {
  const fields = useRef<HTMLFieldSetElement>(null)
  const scripted = useScript()
  const { answer, trouble } = usePasskeyAnswer(proof?.passkey, fields)

  useEffect(() => {
    if (proof)
      fields.current?.querySelector<HTMLElement>('[aria-invalid="true"], input:not([type=hidden])')?.focus()
  }, [proof])

  if (!proof) return null
  if (proof.isDone) {
    return (
      <Alert tone="ok" role="status" title="You're confirmed">
        <p>Nothing was changed yet. Submit again to finish.</p>
      </Alert>
    )
  }
  return (
    <fieldset ref={fields} className="grid gap-4 rounded-card border border-accent p-4">
      <legend className="px-1 font-medium">Confirm it's you</legend>
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

/** Has the browser answer what the portal asked, and sends the form with the answer in it. */
function usePasskeyAnswer(asked: string | undefined, fields: React.RefObject<HTMLFieldSetElement | null>) {
  const [answered, setAnswered] = useState<{ to?: string; answer?: string; trouble?: string }>({})

  useEffect(() => {
    if (!asked) return
    void import('@/components/sign-in-methods/passkey-ceremony')
      .then(({ provePasskey }) => provePasskey(JSON.parse(asked)))
      .then((given) => setAnswered({ to: asked, ...given }))
  }, [asked])

  const current = answered.to === asked ? answered : {}
  useEffect(() => {
    if (current.answer) fields.current?.form?.requestSubmit()
  }, [current.answer, fields])
  return current
}
