import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { HelpLink } from '@/app/(signed-out)/help-link'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { getOwnRequest } from '@/lib/cases/person/get-own-request'
import { requirePendingSignIn } from '@/lib/session/guards'
import { RequestForm } from './request-form'

export const metadata: Metadata = { title: 'Ask for a new phone' }

export default async function RequestPage() {
  const pending = await requirePendingSignIn()
  const { mayAsk, isMailReset } = await getOwnRequest(pending)
  if (!mayAsk) redirect('/lost-phone')

  return (
    <SignedOutShell
      title="Ask for a new phone"
      about={<p>Next we mail you a code. Only with it does your request reach support.</p>}
      otherMethods={
        <a href="/lost-phone?methods=1" className="text-link">
          Back to the ways without waiting
        </a>
      }
    >
      {isMailReset && (
        <Alert tone="warn" title="An admin of your firm has to confirm this">
          <p>
            Your password was set through a mail in the last 7 days. Somebody who reads your mail could have
            done that too, so your mailbox alone is not enough: tell your admin about the request.
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
