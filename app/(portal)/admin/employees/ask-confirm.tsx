'use client'

import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { askToConfirmNumberAction } from './actions'

type AskToConfirmNumberProps = {
  employeeId: string
  /** Missing for the admin's own number. */
  name?: string
}

/** *Send confirmation link*: an emailed link, with which the person proves to have the phone. */
export function AskToConfirmNumber({ employeeId, name }: AskToConfirmNumberProps) {
  const [state, action] = useForm(askToConfirmNumberAction, emptyForm)
  return (
    <Form state={state} action={action} className="grid gap-2">
      <input type="hidden" name="employeeId" value={employeeId} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-text-muted">
          {name
            ? `We'll email ${name} a link. To confirm the number, ${name} enters a token we text to it.`
            : "We'll email you a link. To confirm your number, enter the token we text to it."}
        </p>
        <SubmitButton look="secondary">Send confirmation link</SubmitButton>
      </div>
      <div role="status">{state.message && <Alert tone={state.tone ?? 'info'}>{state.message}</Alert>}</div>
    </Form>
  )
}
