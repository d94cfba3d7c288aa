'use client'

import { useActionState } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm, type FormState } from '@/lib/form'
import { endSessionsAction, resendInvitationAction } from './actions'

type PersonActionsProps = { employeeId: string; isInvited: boolean }

/** What an admin can do for one person beside changing the record. */
export function PersonActions({ employeeId, isInvited }: PersonActionsProps) {
  return (
    <div className="mt-6 grid gap-3 border-t border-border pt-5">
      {isInvited && (
        <PersonAction employeeId={employeeId} action={resendInvitationAction} label="Send invitation again">
          This person has not set a password yet.
        </PersonAction>
      )}
      <PersonAction employeeId={employeeId} action={endSessionsAction} label="Sign out everywhere">
        Ends all sessions of this person.
      </PersonAction>
    </div>
  )
}

type PersonActionProps = {
  employeeId: string
  action: (state: FormState, form: FormData) => Promise<FormState>
  label: string
  children: string
}

function PersonAction({ employeeId, action, label, children }: PersonActionProps) {
  const [state, act] = useActionState(action, emptyForm)
  return (
    <form action={act} className="grid gap-2">
      <input type="hidden" name="employeeId" value={employeeId} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-text-muted">{children}</p>
        <SubmitButton look="secondary">{label}</SubmitButton>
      </div>
      <div role="status">{state.message && <Notice tone={state.tone ?? 'info'}>{state.message}</Notice>}</div>
    </form>
  )
}
