'use client'

import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { AidedMessage } from '../aided-message'
import { NewNumberField } from '../sign-in/new-number-field'
import type { NumberFormState } from '../sign-in/number-form-state'
import { chooseNumberAction } from './actions'

/** `isFixed`: an admin has recorded the number, and it can only be confirmed. */
export function NumberForm({ suggested, isFixed }: { suggested?: string; isFixed: boolean }) {
  const [state, action] = useForm<NumberFormState>(chooseNumberAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-4">
      <AidedMessage state={state} help="new-phone" />
      <NewNumberField
        state={state}
        help="new-phone"
        label="Number of your new phone"
        suggested={suggested}
        readOnly={isFixed}
      />
      <SubmitButton large>Use this number</SubmitButton>
    </Form>
  )
}
