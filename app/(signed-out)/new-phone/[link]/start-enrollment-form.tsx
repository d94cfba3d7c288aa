'use client'

import { AidedMessage } from '@/app/(signed-out)/aided-message'
import { type AidedState, withRecovery } from '@/app/(signed-out)/help-link'
import { Form, useForm } from '@/components/ui/form'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { startEnrollmentAction } from './actions'

export function StartEnrollmentForm({ link }: { link: string }) {
  const [state, action] = useForm<AidedState>(startEnrollmentAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-4">
      <AidedMessage state={state} help="new-phone" />
      <input type="hidden" name="link" value={link} />
      <PasswordInput
        name="password"
        label="Password"
        autoComplete="current-password"
        error={withRecovery(state.errors.password, 'new-phone')}
      />
      <SubmitButton large>Continue</SubmitButton>
    </Form>
  )
}
