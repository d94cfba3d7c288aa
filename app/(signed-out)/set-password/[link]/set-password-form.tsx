'use client'

import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { passwordMinimum } from '@/lib/passwords/rules'
import { setPasswordAction } from './actions'

export function SetPasswordForm({ link }: { link: string }) {
  const [state, action] = useForm(setPasswordAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-4">
      {state.message && (
        <Alert tone="danger" role="alert">
          <p>{state.message}</p>
          <p>
            <a href="/forgot-password" className="text-link">
              Email me a new link
            </a>
          </p>
        </Alert>
      )}
      <input type="hidden" name="link" value={link} />
      <PasswordInput
        name="newPassword"
        label="New password"
        hint={`At least ${passwordMinimum} characters. A few unrelated words are easy to remember.`}
        autoComplete="new-password"
        error={state.errors.newPassword}
      />
      <SubmitButton large>Save password</SubmitButton>
    </Form>
  )
}
