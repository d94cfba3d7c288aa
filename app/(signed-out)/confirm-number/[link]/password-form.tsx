'use client'

import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { startNumberProofAction } from './actions'

export function PasswordForm({ link }: { link: string }) {
  const [state, action] = useForm(startNumberProofAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-4">
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
    </Form>
  )
}
