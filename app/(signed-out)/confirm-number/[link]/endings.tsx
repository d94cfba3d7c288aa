import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'

export function Confirmed() {
  return (
    <SignedOutShell title="Your number is confirmed" about="Thanks. There's nothing more to do here.">
      <p>Your admins can now see that this number is yours. Confirming it doesn't sign you in.</p>
      <ToSignIn />
    </SignedOutShell>
  )
}

/** For an invited person without a password. */
export function PasswordFirst() {
  return (
    <SignedOutShell
      title="Set your password first"
      about="Your account doesn't have a password yet. Open the invitation we emailed you and choose one, then open this link again."
    >
      <p>Can't find the invitation? Ask an admin at your firm to send it again.</p>
    </SignedOutShell>
  )
}

/** Expired, used, replaced, cut short or made up: all the same, so that nothing can be learned by trying. */
export function LinkEnded() {
  return (
    <SignedOutShell
      title="This link no longer works"
      about="A link to confirm a number works once, within 3 days, and only the newest one works. If your mail program cut it off, copy the whole link."
    >
      <p>
        If you've already confirmed your number, there's nothing to do. Otherwise, ask an admin at your firm
        for a new link, or sign in with a token from your phone, which also confirms it.
      </p>
      <ToSignIn />
    </SignedOutShell>
  )
}

function ToSignIn() {
  return (
    <a href="/sign-in" className={buttonClass({ look: 'primary', large: true })}>
      Go to sign-in
    </a>
  )
}
