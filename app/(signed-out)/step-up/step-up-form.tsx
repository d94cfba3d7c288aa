'use client'

import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { stepUpAction } from './actions'

type StepUpFormProps = {
  next: string
  email: string
  asksPassword: boolean
  /** False where the password alone is enough. */
  leadsOn: boolean
}

export function StepUpForm({ next, email, asksPassword, leadsOn }: StepUpFormProps) {
  const [state, action] = useForm(stepUpAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-4">
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
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
      <SubmitButton large>{leadsOn ? 'Continue' : 'Confirm'}</SubmitButton>
    </Form>
  )
}
