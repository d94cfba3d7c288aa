'use client'

import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { AidedMessage } from '../aided-message'
import { type AidedState, withRecovery } from '../help-link'
import { useOneTimePassAction } from './actions'

export function OneTimePassForm() {
  const [state, action] = useForm<AidedState>(useOneTimePassAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-3">
      <AidedMessage state={state} help="one-time-pass" />
      <TextInput
        name="oneTimePass"
        label="One-time pass"
        hint="16 letters and digits. Not case-sensitive."
        error={withRecovery(state.errors.oneTimePass, 'one-time-pass')}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
      />
      <SubmitButton look="secondary" large>
        Continue
      </SubmitButton>
    </Form>
  )
}
