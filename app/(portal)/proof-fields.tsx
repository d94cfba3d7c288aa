'use client'

import { useEffect, useRef } from 'react'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import type { FormState } from '@/lib/form'

/**
 * Asks in the midst of a form who it is, when its action needs a fresh proof (RC-7). Nothing that was typed is lost: the same
 * form is sent again, with the proof in it.
 */
export function ProofFields({ state: { proof, errors } }: { state: FormState }) {
  const fields = useRef<HTMLFieldSetElement>(null)

  useEffect(() => {
    if (proof) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"], input')?.focus()
  }, [proof])

  if (!proof) return null
  return (
    <fieldset ref={fields} className="grid gap-4 rounded-card border border-accent p-4">
      <legend className="px-1 font-medium">First confirm that it is you</legend>
      <p className="text-text-muted">
        Nothing was changed yet. Type a token from your app or from a text, or a recovery code, and press the
        button below again.
      </p>
      {proof.asksPassword && (
        <PasswordInput
          name="proofPassword"
          label="Your password"
          autoComplete="current-password"
          error={errors.proofPassword}
        />
      )}
      <TokenInput name="proofToken" label="Token or Security Key" error={errors.proofToken} />
      <p role="status" className="text-text-muted empty:absolute">
        {proof.news}
      </p>
      <SubmitButton
        look="secondary"
        name="proofBy"
        value="text"
        formNoValidate
        className="justify-self-start"
      >
        Text me a token
      </SubmitButton>
    </fieldset>
  )
}
