'use client'

import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { emptyForm } from '@/lib/form'
import { AidedMessage } from '../aided-message'
import { type AidedState, withRecovery } from '../help-link'
import { proveNumberAction } from './actions'

export function ConfirmPhoneForm() {
  const [state, action] = useForm<AidedState>(proveNumberAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-4">
      <AidedMessage state={state} help="new-phone" />
      <TokenInput
        name="token"
        label="Token or Security Key"
        hint="Enter the digits from the text to your new phone."
        error={withRecovery(state.errors.token, 'new-phone')}
        defaultValue={state.values.token}
      />
      <SubmitButton large>Confirm phone</SubmitButton>
    </Form>
  )
}
