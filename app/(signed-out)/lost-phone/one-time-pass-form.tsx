'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { AidedMessage } from '../aided-message'
import { type AidedState, withHelp } from '../help-link'
import { usePassAction } from './actions'

export function PassForm() {
  const [state, action] = useActionState<AidedState, FormData>(usePassAction, emptyForm)

  return (
    <form action={action} noValidate className="grid gap-3">
      <AidedMessage state={state} help="one-time-pass" />
      <TextInput
        name="pass"
        label="One-time pass"
        hint="16 letters and digits. Hyphens and small letters do not matter."
        error={withHelp(state.errors.pass, 'one-time-pass')}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
      />
      <SubmitButton look="secondary" large>
        Use the pass
      </SubmitButton>
    </form>
  )
}
