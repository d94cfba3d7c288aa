'use client'

import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { askToConfirmNumberAction } from './actions'

/** Beside *Saved changes*, while the number is not confirmed. */
export function AskNow({ employeeId, name }: { employeeId: string; name: string }) {
  const [state, action] = useForm(askToConfirmNumberAction, emptyForm)
  if (state.message) return <p role="status">{state.message}</p>
  return (
    <Form state={state} action={action} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="employeeId" value={employeeId} />
      <p>Ask {name} to confirm the number now?</p>
      <SubmitButton look="secondary">Send confirmation link</SubmitButton>
    </Form>
  )
}
