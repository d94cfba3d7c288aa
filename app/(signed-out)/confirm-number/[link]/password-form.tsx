'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { useFirstError } from '../../use-first-error'
import { startNumberProofAction } from './actions'

export function PasswordForm({ link }: { link: string }) {
  const [state, action] = useActionState(startNumberProofAction, emptyForm)
  const form = useFirstError(state)

  return (
    <form ref={form} action={action} noValidate className="grid gap-4">
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <input type="hidden" name="link" value={link} />
      <PasswordInput
        name="password"
        label="Password"
        autoComplete="current-password"
        error={state.errors.password}
      />
      <SubmitButton large>Continue</SubmitButton>
    </form>
  )
}
