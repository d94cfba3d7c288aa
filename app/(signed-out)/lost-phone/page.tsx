import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { buttonClass } from '@/components/ui/button'
import type { OwnMethods as Methods } from '@/lib/access/methods'
import { getOwnRequest, type OwnRequest } from '@/lib/cases/person/get-own-request'
import { requirePendingSignIn } from '@/lib/session/guards'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { HelpLink } from '../help-link'
import { Admins } from './admins'
import { EnrollmentOptions } from './enrollment-options'
import { MailEnrollmentLinkForm, MailPageLinkForm } from './mail-link-forms'
import { stateWords } from './sentences'

export const metadata: Metadata = { title: 'Without your phone' }

/** Behind *I don't have access to my phone*: first the ways without waiting, then the request for a new phone. */
export default async function LostPhonePage({ searchParams }: PageProps<'/lost-phone'>) {
  const pending = await requirePendingSignIn()
  if (pending.isReset) {
    return (
      <SignedOutShell title="Set up your new phone" otherMethods={<HelpLink to="set-up" />}>
        <EnrollmentOptions pending={pending} />
      </SignedOutShell>
    )
  }
  const [{ draft, open, hasPendingNumber, mayAsk }, methods] = await Promise.all([
    getOwnRequest(pending),
    findMethods(pending.employeeId),
  ])
  if (draft && mayAsk && !(await searchParams).methods) redirect('/lost-phone/code')

  return (
    <SignedOutShell
      title="Without your phone"
      about={open ? undefined : <p>You may not need to wait.</p>}
      otherMethods={
        <a href="/sign-in/second-step" className="text-link">
          Back to the second step
        </a>
      }
    >
      {open && <OpenRequest open={open} />}
      {hasPendingNumber && <PendingNumber email={pending.email} />}
      {methods && <OwnMethods own={methods.own} />}
      <section className="grid gap-1">
        <h2 className="text-base">Same number, new phone</h2>
        <p>
          Put the SIM card into the new phone, go back and press <em>Text me a token</em>. Install the Authy
          app again with the same number, and its requests and tokens come back too.
        </p>
      </section>
      <section className="grid gap-1">
        <h2 className="text-base">Another device with the app</h2>
        <p>Authy on a tablet or a second phone gets the same requests and shows the same tokens.</p>
      </section>
      <Admins pending={pending} />
      {pending.purpose === 'step_up' && (
        <p className="text-text-muted">
          To ask for a new phone, sign out and sign in again with your password.
        </p>
      )}
      {mayAsk && (
        <section className="grid gap-3 border-t border-border pt-5">
          <h2 className="text-base">Nothing of that helps</h2>
          <p>
            Support takes the old phone off your account, once it is sure that it is you. You get an answer
            within 48 hours (24 for admins), and a new phone after at most 72.
          </p>
          <a
            href={draft ? '/lost-phone/code' : '/lost-phone/request'}
            className={buttonClass({ look: 'primary', large: true })}
          >
            {draft ? 'Type the code from your mail' : 'Ask for a new phone'}
          </a>
          <p>
            <HelpLink to="new-number" />
          </p>
        </section>
      )}
    </SignedOutShell>
  )
}

/** What else this account has: nobody should wait for support with a recovery code in the drawer. */
function OwnMethods({ own }: { own: Methods }) {
  const methods = [
    own.passkeys > 0 && 'your passkey, if it is on another device or synced',
    own.totpApps > 0 && 'the token of your authenticator app, if it is on another device',
    own.recoveryCodesLeft > 0 && `one of your recovery codes (${own.recoveryCodesLeft} left)`,
  ].filter((one) => one !== false)
  if (methods.length === 0) return null
  return (
    <section className="grid gap-1">
      <h2 className="text-base">Another way of yours</h2>
      <p>Go back and use:</p>
      <ul className="list-disc pl-5">
        {methods.map((method) => (
          <li key={method}>{method}</li>
        ))}
      </ul>
    </section>
  )
}

function OpenRequest({ open }: { open: NonNullable<OwnRequest['open']> }) {
  return (
    <>
      <Alert tone="info" title="You already have a request">
        <p>
          <strong className="whitespace-nowrap">LP-{open.number}</strong>: {stateWords[open.state]}
        </p>
        <p>Its page shows the clocks, and there you can withdraw it. The link to it is in your mail.</p>
      </Alert>
      <MailPageLinkForm />
    </>
  )
}

function PendingNumber({ email }: { email: string }) {
  return (
    <>
      <Alert tone="info" title="Your admin has recorded a new number for you">
        <p>
          Confirm it with the link in the mail we sent to <strong className="wrap-anywhere">{email}</strong>:
          it works at once then.
        </p>
      </Alert>
      <MailEnrollmentLinkForm />
    </>
  )
}
