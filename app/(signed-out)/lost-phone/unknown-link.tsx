import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'
import { HelpLink } from '../help-link'

/** Cut short, mistyped, of something else or made up: all the same, so that nothing can be learned by trying. */
export function UnknownLink() {
  return (
    <SignedOutShell
      title="This link doesn't work"
      about="Your mail program may have cut it off. Copy the whole link from the email."
      otherMethods={<HelpLink to="case-page" />}
    >
      <p>
        To get the link again, sign in with your password, select <em>I don't have access to my phone</em>,
        then <em>Email me the link to its page</em>.
      </p>
      <a href="/sign-in" className={buttonClass({ look: 'primary', large: true })}>
        Go to sign-in
      </a>
    </SignedOutShell>
  )
}
