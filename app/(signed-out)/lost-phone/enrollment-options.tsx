import { Alert } from '@/components/ui/alert'
import { getOwnRequest } from '@/lib/cases/person/get-own-request'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { LinkBlocked } from '../link-blocked'
import { Admins } from './admins'
import { MailEnrollmentLinkForm } from './mail-link-forms'

/** After the old phone was removed: only the mailed link or a one-time pass sets up a new one. */
export async function EnrollmentOptions({ pending }: { pending: PendingSignIn }) {
  const { isLinkBlocked, mayAsk, draft } = await getOwnRequest(pending)
  if (isLinkBlocked) {
    return (
      <>
        <LinkBlocked />
        <Admins pending={pending} />
        {mayAsk && (
          <a href={draft ? '/lost-phone/code' : '/lost-phone/request'} className="text-link">
            {draft ? 'Enter the code we emailed you' : 'Contact support again'}
          </a>
        )}
      </>
    )
  }
  return (
    <>
      <Alert tone="info" title="Your phone was reset">
        <p>
          Open the link we emailed to <strong className="wrap-anywhere">{pending.email}</strong> to set up the
          phone you have now.
        </p>
        <p>The link works once, within 24 hours. If it expired or didn't arrive, request a new one.</p>
      </Alert>
      <MailEnrollmentLinkForm />
      <Admins pending={pending} />
    </>
  )
}
