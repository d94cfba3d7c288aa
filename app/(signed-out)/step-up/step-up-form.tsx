'use client'

import { useActionState } from 'react'
import { Notice } from '@/components/ui/alert'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { confirmAction } from './actions'

type ConfirmFormProps = {
  next: string
  email: string
  asksPassword: boolean
  /** False where the password is all there is. */
  leadsOn: boolean
}

export function ConfirmForm({ next, email, asksPassword, leadsOn }: ConfirmFormProps) {
  const [state, action] = useActionState(confirmAction, emptyForm)

  return (
    <form action={action} noValidate className="grid gap-4">
      {state.message && (
        <Notice tone="danger" role="alert">
          {state.message}
        </Notice>
      )}
      <p className="text-text-muted">
        Signed in as <strong>{email}</strong>.
      </p>
      {asksPassword && (
        <>
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            name="password"
            label="Password"
            autoComplete="current-password"
            error={state.errors.password}
          />
        </>
      )}
      <input type="hidden" name="next" value={next} />
      <SubmitButton large>{leadsOn ? 'Go on to the second step' : 'Confirm'}</SubmitButton>
    </form>
  )
}
