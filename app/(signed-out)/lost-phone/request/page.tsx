import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { HelpLink } from '@/app/(signed-out)/help-link'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { getOwnRequest } from '@/lib/cases/person/get-own-request'
import { requirePendingSignIn } from '@/lib/session/guards'
import { markOf } from '@/lib/session/pending-sign-ins'
import { RequestForm } from './request-form'

export const metadata: Metadata = { title: 'Request a phone reset' }

export default async function RequestPage() {
  const pending = await requirePendingSignIn()
  const { mayAsk, isMailReset } = await getOwnRequest(pending)
  if (!mayAsk) redirect('/lost-phone')

  return (
    <SignedOutShell
      signIn={markOf(pending)}
      title="Request a phone reset"
      about={<p>Next, we'll email you a code to confirm your request.</p>}
      otherMethods={
        <a href="/lost-phone?methods=1" className="text-link">
          Back
        </a>
      }
    >
      {isMailReset && (
        <Alert tone="warn" title="An admin at your firm must confirm this">
          <p>
            Your password was reset by email in the last 7 days. Someone who can read your email could have
            done that, so your mailbox alone isn't enough. Tell your admin about this request.
          </p>
          <p>
            <HelpLink to="mail-reset" />
          </p>
        </Alert>
      )}
      <RequestForm />
    </SignedOutShell>
  )
}
