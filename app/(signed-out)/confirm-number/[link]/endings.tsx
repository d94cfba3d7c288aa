import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'

export function Confirmed() {
  return (
    <SignedOutShell title="Your number is confirmed" about="Thank you. There is nothing more to do here.">
      <p>From now on your admins see that this number is yours. You are not signed in by it.</p>
      <ToSignIn />
    </SignedOutShell>
  )
}

/** For somebody who was invited and has not answered yet. */
export function PasswordFirst() {
  return (
    <SignedOutShell
      title="Set your password first"
      about="Your account has no password yet. Open the invitation mail and choose one, then open this link again."
    >
      <p>No invitation at hand? An admin of your firm can send it again.</p>
    </SignedOutShell>
  )
}

/** Expired, used, replaced, cut short or made up: all the same, so that nothing can be learned by trying. */
export function LinkEnded() {
  return (
    <SignedOutShell
      title="This link has ended"
      about="A link to confirm a number works once, for three days, only the newest one works, and it must be whole: some mail programs cut long lines."
    >
      <p>
        If you have confirmed your number already, there is nothing to do. Otherwise ask an admin of your firm
        for a new link; signing in with a token from your phone confirms it too.
      </p>
      <ToSignIn />
    </SignedOutShell>
  )
}

function ToSignIn() {
  return (
    <a href="/sign-in" className={buttonClass({ look: 'primary', large: true })}>
      Go to sign in
    </a>
  )
}
