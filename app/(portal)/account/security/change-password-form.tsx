'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { passwordMinimum } from '@/lib/passwords/rules'
import { changePasswordAction } from './actions'

export function ChangePasswordForm({ email }: { email: string }) {
  const [state, action] = useForm(changePasswordAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid max-w-md gap-4">
      {state.message && (
        <Alert tone={state.tone ?? 'danger'} role={state.tone === 'ok' ? 'status' : 'alert'}>
          {state.message}
        </Alert>
      )}
      <ProofFields state={state} />
      {/* Without a name it is not sent: it only tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        name="currentPassword"
        label="Current password"
        autoComplete="current-password"
        error={state.errors.currentPassword}
      />
      <PasswordInput
        name="newPassword"
        label="New password"
        hint={`At least ${passwordMinimum} characters. You'll be signed out in other browsers.`}
        autoComplete="new-password"
        error={state.errors.newPassword}
      />
      <div>
        <SubmitButton>Change password</SubmitButton>
      </div>
    </Form>
  )
}
