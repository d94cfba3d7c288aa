'use client'

import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { resendInvitationAction } from './actions'

/** For a person without a password. */
export function InviteAgain({ employeeId }: { employeeId: string }) {
  const [state, act] = useForm(resendInvitationAction, emptyForm)
  return (
    <Form state={state} action={act} className="mt-6 grid gap-2 border-t border-border pt-5">
      <input type="hidden" name="employeeId" value={employeeId} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-text-muted">This person hasn't set a password yet.</p>
        <SubmitButton look="secondary">Send invitation again</SubmitButton>
      </div>
      <div role="status">{state.message && <Alert tone={state.tone ?? 'info'}>{state.message}</Alert>}</div>
    </Form>
  )
}
