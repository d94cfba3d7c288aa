import { SignedOutShell } from '@/components/signed-out-shell'
import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import { buttonClass } from '@/components/ui/button'
import type { NotMeNotification } from '@/lib/notifications/queries'

/** What happened, and what to do next. The link shows it again each time it is opened. */
export function Secured({ notification, saidAt }: { notification: NotMeNotification; saidAt: Date }) {
  return (
    <SignedOutShell title="Your account is secured">
      <Alert tone="ok" role="status">
        <p>
          You reported <em>{notification.subject}</em> on <Time at={saidAt} />. We signed out every device,
          and your old password no longer works.
        </p>
      </Alert>
      <section className="grid gap-2">
        <h2 className="text-base">Secure your account</h2>
        <ol className="grid list-decimal gap-1 pl-5">
          <li>Open the email we're sending you, and choose a password that you don't use anywhere else.</li>
          <li>
            Sign in, open <em>Account security</em> and remove every sign-in method that isn't yours.
          </li>
          <li>If you can't sign in, or the phone on your account isn't yours, call an admin at your firm.</li>
        </ol>
      </section>
      <a href="/forgot-password" className={buttonClass({ look: 'secondary', large: true })}>
        Didn't get it? Email me another link
      </a>
    </SignedOutShell>
  )
}
