import { SignedOutShell } from '@/components/signed-out-shell'
import { Time } from '@/components/time'
import type { CaseState } from '@/prisma/client/enums'
import { HelpLink } from '../../../help-link'
import { firstName, isPerson, nameOf, type StopLink } from './find-stop-link'
import { MethodOn } from './next-step'

/** The request was closed before the link was used. */
export function Ended({ notification }: { notification: StopLink }) {
  const { state, closedAt, kind } = notification.case
  const isHarmful = state === 'done' || state === 'found'
  return (
    <SignedOutShell
      title={`${nameOf(notification)} is already closed`}
      about={
        <p>
          {kind === 'number_change' && state === 'done'
            ? 'The new number replaced the old one'
            : endings[state]}
          {closedAt && (
            <>
              , <Time at={closedAt} />
            </>
          )}
          . There's nothing left to cancel.
        </p>
      }
      otherMethods={<HelpLink to="stop" />}
    >
      {isHarmful ? (
        <>
          <p>
            {isPerson(notification)
              ? "If that wasn't you, reset your password now and contact an admin at your firm."
              : `If that wasn't ${firstName(notification)}, sign them out everywhere now and contact partner support.`}
          </p>
          <MethodOn href={isPerson(notification) ? '/forgot-password' : '/admin/employees'}>
            {isPerson(notification) ? 'Reset your password' : 'Go to Manage Employees'}
          </MethodOn>
        </>
      ) : (
        <p>The old {kind === 'lost_phone' ? 'phone' : 'number'} stays on the account.</p>
      )}
    </SignedOutShell>
  )
}

const endings: Partial<Record<CaseState, string>> = {
  done: 'The new phone was set up',
  withdrawn: 'It was withdrawn',
  declined: 'Support declined it',
  found: 'Someone signed in with the old phone',
}
