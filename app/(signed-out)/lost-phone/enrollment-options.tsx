import { Alert } from '@/components/ui/alert'
import { getOwnRequest } from '@/lib/cases/person/get-own-request'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { LinkBlocked } from '../link-blocked'
import { Admins } from './admins'
import { MailEnrollmentLinkForm } from './mail-link-forms'

/** For whom the old phone was taken away: only the mailed link or a one-time pass leads on. */
export async function EnrollmentOptions({ pending }: { pending: PendingSignIn }) {
  const { mayAsk, draft } = await getOwnRequest(pending)
  if (mayAsk) {
    return (
      <>
        <LinkBlocked />
        <Admins pending={pending} />
        <a href={draft ? '/lost-phone/code' : '/lost-phone/request'} className="text-link">
          {draft ? 'Type the code from your mail' : 'Ask support again'}
        </a>
      </>
    )
  }
  return (
    <>
      <Alert tone="info" title="Your second step was reset">
        <p>
          Open the link in the mail we sent to <strong className="wrap-anywhere">{pending.email}</strong>. It
          sets up the phone you have now.
        </p>
        <p>The link works once, for 24 hours. Has it run out, or did it not arrive?</p>
      </Alert>
      <MailEnrollmentLinkForm />
      <Admins pending={pending} />
    </>
  )
}
