import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { FoldRow, LinkRow, Rows } from '@/components/ui/rows'
import type { OwnMethods as Methods } from '@/lib/access/methods'
import { getOwnRequest, type OwnRequest } from '@/lib/cases/person/get-own-request'
import { requirePendingSignIn } from '@/lib/session/guards'
import { markOf } from '@/lib/session/pending-sign-ins'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { HelpLink } from '../help-link'
import { LinkBlocked } from '../link-blocked'
import { AdminsRow } from './admins'
import { EnrollmentOptions } from './enrollment-options'
import { MailEnrollmentLinkForm, MailPageLinkForm } from './mail-link-forms'
import { stateWords } from './sentences'

export const metadata: Metadata = { title: "Can't use your phone?" }

/** Behind *I don't have access to my phone*: first the methods without a wait, then the request for a phone reset. */
export default async function LostPhonePage({ searchParams }: PageProps<'/lost-phone'>) {
  const pending = await requirePendingSignIn()
  if (pending.isReset) {
    return (
      <SignedOutShell
        signIn={markOf(pending)}
        title="Set up your new phone"
        otherMethods={<HelpLink to="new-phone" />}
      >
        <EnrollmentOptions pending={pending} />
      </SignedOutShell>
    )
  }
  const [{ draft, open, hasPendingNumber, isLinkBlocked, mayAsk }, methods] = await Promise.all([
    getOwnRequest(pending),
    findMethods(pending.employeeId),
  ])
  if (draft && mayAsk && !(await searchParams).methods) redirect('/lost-phone/code')

  return (
    <SignedOutShell
      signIn={markOf(pending)}
      title="Can't use your phone?"
      about={open ? undefined : <p>Try these first.</p>}
      otherMethods={
        <>
          {mayAsk && <HelpLink to="new-number" />}
          <a href="/sign-in/second-step" className="text-link">
            Back to sign-in
          </a>
        </>
      }
    >
      {open && <OpenRequest open={open} />}
      {hasPendingNumber && isLinkBlocked && <LinkBlocked />}
      {hasPendingNumber && !isLinkBlocked && <PendingNumber email={pending.email} />}
      <Rows>
        {methods && <OwnMethods own={methods.own} />}
        <FoldRow title="New phone with the same number">
          <p>
            Put the SIM card into the new phone, go back and select <em>Text me a token</em>. To get OneTouch
            alerts and tokens there too, reinstall the Authy app with the same number.
          </p>
        </FoldRow>
        <FoldRow title="Another device with the Authy app">
          <p>Authy on a tablet or a second phone gets the same OneTouch alerts and shows the same tokens.</p>
        </FoldRow>
        <AdminsRow pending={pending} />
        {mayAsk && (
          <LinkRow
            href={draft ? '/lost-phone/code' : '/lost-phone/request'}
            title={draft ? 'Enter the code we emailed you' : 'Request a phone reset'}
            about="Support verifies you first. You'll hear back within 48 hours (24 for admins); the whole process takes up to 72."
          />
        )}
      </Rows>
      {pending.purpose === 'step_up' && (
        <p className="text-text-muted">
          To request a phone reset, sign out and sign in again with your password.
        </p>
      )}
    </SignedOutShell>
  )
}

/** What else this account has: nobody should wait for support while they have a recovery code. */
function OwnMethods({ own }: { own: Methods }) {
  const { passkeys, totpApps, recoveryCodesLeft } = own
  return (
    <>
      {passkeys > 0 && (
        <LinkRow
          href="/sign-in/second-step"
          title="Use your passkey"
          about="If it's synced or on another device"
        />
      )}
      {totpApps > 0 && (
        <LinkRow
          href="/sign-in/second-step"
          title="Use your authenticator app"
          about="If the app is on another device"
        />
      )}
      {recoveryCodesLeft > 0 && (
        <LinkRow
          href="/sign-in/second-step?code=1"
          title="Use a recovery code"
          about={`${recoveryCodesLeft} left`}
        />
      )}
    </>
  )
}

function OpenRequest({ open }: { open: NonNullable<OwnRequest['open']> }) {
  return (
    <>
      <Alert tone="info" title="You already have a phone reset request">
        <p>
          <strong className="whitespace-nowrap">LP-{open.number}</strong>: {stateWords[open.state]}
        </p>
        <p>Its page shows the deadlines, and you can withdraw it there. We emailed you the link.</p>
      </Alert>
      <MailPageLinkForm />
    </>
  )
}

function PendingNumber({ email }: { email: string }) {
  return (
    <>
      <Alert tone="info" title="Your admin changed your number">
        <p>
          Confirm it with the link we emailed to <strong className="wrap-anywhere">{email}</strong>. It takes
          effect right away.
        </p>
      </Alert>
      <MailEnrollmentLinkForm />
    </>
  )
}
