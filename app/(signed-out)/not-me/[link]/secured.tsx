import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { buttonClass } from '@/components/ui/button'
import { UtcTime } from '@/components/utc-time'
import type { NotMeNotification } from '@/lib/notifications/queries'

/** What happened, and what to do now. The link shows it again however often it is opened. */
export function Secured({ notification, saidAt }: { notification: NotMeNotification; saidAt: Date }) {
  return (
    <SignedOutShell title="Your account is secured">
      <Alert tone="ok" role="status">
        <p>
          You told us that <em>{notification.subject}</em> was not your doing. On <UtcTime at={saidAt} />{' '}
          everybody was signed out, and the old password opens nothing any more.
        </p>
      </Alert>
      <section className="grid gap-2">
        <h2 className="text-base">What to do now</h2>
        <ol className="grid list-decimal gap-1 pl-5">
          <li>Open the mail that is on its way to you, and choose a new password. Use it nowhere else.</li>
          <li>
            Sign in, and go through <em>Account security</em>: remove every way in that is not yours.
          </li>
          <li>
            If you cannot sign in, or the phone on your account is not yours, call an admin of your firm.
          </li>
        </ol>
      </section>
      <a href="/forgot-password" className={buttonClass({ look: 'secondary', large: true })}>
        No mail? Ask for another link
      </a>
    </SignedOutShell>
  )
}
