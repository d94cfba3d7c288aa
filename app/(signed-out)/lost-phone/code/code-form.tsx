'use client'

import { AidedMessage } from '@/app/(signed-out)/aided-message'
import { type AidedState, withRecovery } from '@/app/(signed-out)/help-link'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { emptyForm } from '@/lib/form'
import { openCaseAction } from '../actions'

export function CodeForm({ hasTries }: { hasTries: boolean }) {
  const [state, action] = useForm<AidedState>(openCaseAction, emptyForm)
  const usedUp = hasTries ? undefined : 'No tries left for this code. Send a new code.'

  return (
    <Form state={state} action={action} className="grid gap-4">
      <AidedMessage state={state} help="code" />
      <TokenInput
        name="code"
        label="Code from your email"
        hint="8 digits. We'll never ask for it by phone."
        error={withRecovery(state.errors.code ?? usedUp, 'code')}
        defaultValue={state.values.code}
        autoFocus
      />
      <SubmitButton large>Submit request</SubmitButton>
    </Form>
  )
}
