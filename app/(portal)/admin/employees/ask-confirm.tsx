'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { askToConfirmNumberAction } from './actions'

type AskToConfirmNumberProps = {
  employeeId: string
  /** Missing for oneself. */
  name?: string
}

/** *Ask to confirm*: a link by mail, with which the person proves to have the phone. */
export function AskToConfirmNumber({ employeeId, name }: AskToConfirmNumberProps) {
  const [state, action] = useActionState(askToConfirmNumberAction, emptyForm)
  return (
    <form action={action} className="grid gap-2">
      <input type="hidden" name="employeeId" value={employeeId} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-text-muted">
          {name
            ? `${name} gets a mail with a link, and confirms the number with a token that is texted to it.`
            : 'You get a mail with a link, and confirm your number with a token that is texted to it.'}
        </p>
        <SubmitButton look="secondary">Ask to confirm</SubmitButton>
      </div>
      <div role="status">{state.message && <Alert tone={state.tone ?? 'info'}>{state.message}</Alert>}</div>
    </form>
  )
}
