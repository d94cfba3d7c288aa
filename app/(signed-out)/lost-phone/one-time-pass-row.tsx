'use client'

import type { ReactNode } from 'react'
import { Form, useForm } from '@/components/ui/form'
import { FoldRow } from '@/components/ui/rows'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { AidedMessage } from '../aided-message'
import { type AidedState, withRecovery } from '../help-link'
import { useOneTimePassAction } from './actions'

/** Open once its form was answered, so that a refusal is seen without script too. */
export function OneTimePassRow({ children }: { children: ReactNode }) {
  const [state, action] = useForm<AidedState>(useOneTimePassAction, emptyForm)

  return (
    <FoldRow title="One-time pass from your admin" isOpen={state !== emptyForm}>
      {children}
      <Form state={state} action={action} className="grid gap-3">
        <AidedMessage state={state} help="one-time-pass" />
        <TextInput
          name="oneTimePass"
          label="One-time pass"
          hint="16 letters and digits. Not case-sensitive."
          error={withRecovery(state.errors.oneTimePass, 'one-time-pass')}
          defaultValue={state.values.oneTimePass}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
        />
        <SubmitButton look="secondary" large>
          Continue
        </SubmitButton>
      </Form>
    </FoldRow>
  )
}
