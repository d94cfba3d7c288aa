'use client'

import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { signInAction } from './actions'

export function SignInForm({ next }: { next: string }) {
  const [state, action] = useForm(signInAction, emptyForm, "Couldn't sign you in.")

  return (
    <Form state={state} action={action} className="grid gap-4">
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <TextInput
        name="email"
        label="Email address"
        type="email"
        autoComplete="username webauthn"
        defaultValue={state.values.email}
        error={state.errors.email}
      />
      <PasswordInput
        name="password"
        label="Password"
        autoComplete="current-password"
        error={state.errors.password}
      />
      <input type="hidden" name="next" value={next} />
      <SubmitButton large>Sign In</SubmitButton>
    </Form>
  )
}
