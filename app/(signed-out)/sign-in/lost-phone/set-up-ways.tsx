import { Notice } from '@/components/ui/notice'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { linksBlockedUntil } from '@/lib/set-up/find-set-up'
import { LinkBlocked } from '../../link-blocked'
import { Admins } from './admins'
import { MailSetUpLinkForm } from './mail-link-forms'

/** For whom the old phone was taken away: only the mailed link or a one-time pass leads on. */
export async function SetUpWays({ pending }: { pending: PendingSignIn }) {
  const blockedUntil = await linksBlockedUntil(pending.employeeId)
  if (blockedUntil) {
    return (
      <>
        <LinkBlocked until={blockedUntil} />
        <Admins pending={pending} />
      </>
    )
  }
  return (
    <>
      <Notice tone="info" title="Your second step was reset">
        <p>
          Open the link in the mail we sent to <strong className="wrap-anywhere">{pending.email}</strong>. It
          sets up the phone you have now.
        </p>
        <p>The link works once, for 24 hours. Has it run out, or did it not arrive?</p>
      </Notice>
      <MailSetUpLinkForm />
      <Admins pending={pending} />
    </>
  )
}
