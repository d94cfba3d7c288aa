import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { UtcTime } from '@/components/utc-time'
import { findByStopLink } from '@/lib/cases/find-case'
import { isOpen, watchDays } from '@/lib/cases/rules'
import type { CaseState } from '@/prisma/client/enums'
import { HelpLink } from '../../../help-link'
import { UnknownLink } from '../../unknown-link'
import { stopByLinkAction } from './actions'

export const metadata: Metadata = { title: 'Stop a request', robots: { index: false, follow: false } }

type StopNotice = NonNullable<Awaited<ReturnType<typeof findByStopLink>>>

/** Opening it stops nothing, since mail scanners open every link: the button does. */
export default async function StopPage({ params }: PageProps<'/lost-phone/stop/[link]'>) {
  const { link } = await params
  const notice = await findByStopLink(link)
  if (!notice) return <UnknownLink />
  const { state } = notice.case
  if (state === 'stopped') return <Stopped notice={notice} />
  if (!isOpen(state)) return <Ended notice={notice} />

  const { openedAt, place, browser, kind } = notice.case
  const isLost = kind === 'lost_phone'
  return (
    <SignedOutShell
      title={`Stop ${isLost ? 'the request' : 'the change'} ${nameOf(notice)}?`}
      about={
        <p>
          {isLost
            ? `Somebody says that ${ownerOf(notice)} phone is gone and asks for another one.`
            : `An admin has recorded another mobile number for ${firstName(notice)}.`}
        </p>
      }
      otherWays={<HelpLink to="stop" />}
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-text-muted">When</dt>
        <dd>
          <UtcTime at={openedAt} />
        </dd>
        <dt className="text-text-muted">From</dt>
        <dd className="wrap-anywhere">{place}</dd>
        <dt className="text-text-muted">Browser</dt>
        <dd>{browser}</dd>
      </dl>
      <p>
        Was that not {isPerson(notice) ? 'you' : firstName(notice)}? Then stop it. It closes for good, and the{' '}
        {isLost ? 'old phone stays' : 'old number stays'}.
      </p>
      <form action={stopByLinkAction} className="grid">
        <input type="hidden" name="link" value={link} />
        <SubmitButton large>Stop this request</SubmitButton>
      </form>
      <p className="text-text-muted">
        If all is well, just close this page. Nothing has happened by opening it.
      </p>
    </SignedOutShell>
  )
}

function Stopped({ notice }: { notice: StopNotice }) {
  const isLost = notice.case.kind === 'lost_phone'
  return (
    <SignedOutShell title={`${nameOf(notice)} is stopped`} otherWays={<HelpLink to="stop" />}>
      <Notice tone="ok" role="status" title="Closed for good">
        <p>
          The {isLost ? 'old phone' : 'old number'} stays on the account. The firm’s admins are told, and for{' '}
          {watchDays} days every new request is checked more strictly.
        </p>
      </Notice>
      <section className="grid gap-2">
        <h2 className="text-base">What to do now</h2>
        {isPerson(notice) ? (
          <ForPerson isLost={isLost} />
        ) : (
          <ForAdmin name={firstName(notice)} isLost={isLost} />
        )}
      </section>
    </SignedOutShell>
  )
}

/** Who asked for a new phone knew the password; who changed a number was an admin, or sat at an admin's place. */
function ForPerson({ isLost }: { isLost: boolean }) {
  if (!isLost) return <p>Ask the admins of your firm who has changed your number, and why.</p>
  return (
    <>
      <p>
        Whoever asked knew your password. Choose a new one, used nowhere else. Then tell an admin of your
        firm.
      </p>
      <WayOn href="/forgotten-password">Choose a new password</WayOn>
    </>
  )
}

function ForAdmin({ name, isLost }: { name: string; isLost: boolean }) {
  return (
    <>
      <p>
        {isLost
          ? `Whoever asked knew the password of ${name}. Call ${name}: a new password is needed, used nowhere else.`
          : `Call ${name}, and ask your fellow admins who has recorded the number.`}
      </p>
      <WayOn href="/admin/employees">Go to Manage Employees</WayOn>
    </>
  )
}

function WayOn({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className={buttonClass({ look: 'primary', large: true })}>
      {children}
    </a>
  )
}

function Ended({ notice }: { notice: StopNotice }) {
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
          <WayOn href={isPerson(notice) ? '/forgotten-password' : '/admin/employees'}>
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

const nameOf = ({ case: { kind, number } }: StopNotice) => `${kind === 'lost_phone' ? 'LP' : 'NC'}-${number}`
const isPerson = (notice: StopNotice) => notice.employeeId === notice.case.employeeId
const firstName = (notice: StopNotice) => notice.case.employee.name.trim().split(/\s/)[0] ?? 'the person'
const ownerOf = (notice: StopNotice) => (isPerson(notice) ? 'your' : `${firstName(notice)}’s`)
