'use client'

import { useActionState } from 'react'
import { AidedMessage } from '@/app/(signed-out)/aided-message'
import { type AidedState, withRecovery } from '@/app/(signed-out)/help-link'
import { useFirstError } from '@/app/(signed-out)/use-first-error'
import { PasswordInput } from '@/components/ui/password-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { startEnrollmentAction } from './actions'

export function StartEnrollmentForm({ link }: { link: string }) {
  const [state, action] = useActionState<AidedState, FormData>(startEnrollmentAction, emptyForm)
  const form = useFirstError(state)

  return (
    <form ref={form} action={action} noValidate className="grid gap-4">
      <AidedMessage state={state} help="new-phone" />
      <input type="hidden" name="link" value={link} />
      <PasswordInput
        name="password"
        label="Password"
        autoComplete="current-password"
        error={withRecovery(state.errors.password, 'new-phone')}
      />
      <SubmitButton large>Continue</SubmitButton>
    </form>
  )
}
