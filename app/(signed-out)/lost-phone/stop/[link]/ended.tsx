import { SignedOutShell } from '@/components/signed-out-shell'
import { UtcTime } from '@/components/utc-time'
import type { CaseState } from '@/prisma/client/enums'
import { HelpLink } from '../../../help-link'
import { firstName, isPerson, nameOf, type StopLink } from './find-stop-link'
import { MethodOn } from './next-step'

/** Closed in another way before the link was used. */
export function Ended({ notification }: { notification: StopLink }) {
  const { state, closedAt, kind } = notification.case
  const isHarmful = state === 'done' || state === 'found'
  return (
    <SignedOutShell
      title={`${nameOf(notification)} is closed already`}
      about={
        <p>
          {kind === 'number_change' && state === 'done'
            ? 'The new number took the place of the old one'
            : endings[state]}
          {closedAt && (
            <>
              , <UtcTime at={closedAt} />
            </>
          )}
          . There is nothing left to stop.
        </p>
      }
      otherMethods={<HelpLink to="stop" />}
    >
      {isHarmful ? (
        <>
          <p>
            If that was not {isPerson(notification) ? 'you' : firstName(notification)}, act now:{' '}
            {isPerson(notification)
              ? 'choose a new password and call'
              : 'sign the person out everywhere and call'}{' '}
            {isPerson(notification) ? 'an admin of your firm.' : 'your vendor’s partner support.'}
          </p>
          <MethodOn href={isPerson(notification) ? '/forgot-password' : '/admin/employees'}>
            {isPerson(notification) ? 'Choose a new password' : 'Go to Manage Employees'}
          </MethodOn>
        </>
      ) : (
        <p>The {kind === 'lost_phone' ? 'old phone' : 'old number'} stays on the account.</p>
      )}
    </SignedOutShell>
  )
}

const endings: Partial<Record<CaseState, string>> = {
  done: 'The new phone was set up',
  withdrawn: 'It was withdrawn',
  declined: 'Support has declined it',
  found: 'There was a complete sign-in with the old phone',
}
