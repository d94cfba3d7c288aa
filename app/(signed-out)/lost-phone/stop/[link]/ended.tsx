import { SignedOutShell } from '@/components/signed-out-shell'
import { UtcTime } from '@/components/utc-time'
import type { CaseState } from '@/prisma/client/enums'
import { HelpLink } from '../../../help-link'
import { firstName, isPerson, nameOf, type StopNotice } from './find-stop-link'
import { WayOn } from './next-step'

/** Closed in another way before the link was used. */
export function Ended({ notice }: { notice: StopNotice }) {
  const { state, closedAt, kind } = notice.case
  const isHarmful = state === 'done' || state === 'found'
  return (
    <SignedOutShell
      title={`${nameOf(notice)} is closed already`}
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
      otherWays={<HelpLink to="stop" />}
    >
      {isHarmful ? (
        <>
          <p>
            If that was not {isPerson(notice) ? 'you' : firstName(notice)}, act now:{' '}
            {isPerson(notice) ? 'choose a new password and call' : 'sign the person out everywhere and call'}{' '}
            {isPerson(notice) ? 'an admin of your firm.' : 'your vendor’s partner support.'}
          </p>
          <WayOn href={isPerson(notice) ? '/forgot-password' : '/admin/employees'}>
            {isPerson(notice) ? 'Choose a new password' : 'Go to Manage Employees'}
          </WayOn>
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
