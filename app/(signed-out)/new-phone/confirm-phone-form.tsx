'use client'

import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { emptyForm } from '@/lib/form'
import { AidedMessage } from '../aided-message'
import { type AidedState, withRecovery } from '../help-link'
import { useNewest } from '../sign-in/second-step/use-newest'
import { proveNumberAction } from './actions'

export function ConfirmPhoneForm({ news }: { news: string }) {
  const [state, action] = useForm<AidedState>(proveNumberAction, emptyForm)
  const error = useNewest(state.errors.token, state, news)

  return (
    <Form state={state} action={action} className="grid gap-4">
      <AidedMessage state={state} help="new-phone" />
      <TokenInput
        name="token"
        label="Token or Security Key"
        hint="Enter the digits from the text to your new phone."
        error={withRecovery(error, 'new-phone')}
        defaultValue={state.values.token}
      />
      <SubmitButton large>Confirm phone</SubmitButton>
    </Form>
  )
}
