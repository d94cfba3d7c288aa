import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'
import { HelpLink } from '../help-link'

/** Cut short, mistyped, of something else or made up: all the same, so that nothing can be learned by trying. */
export function UnknownLink() {
  return (
    <SignedOutShell
      title="This link does not open a request"
      about="It must be whole: some mail programs cut long lines. Copy it from the mail in one piece."
      otherMethods={<HelpLink to="case-page" />}
    >
      <p>
        You can get the link again: sign in with your password, press <em>I don't have access to my phone</em>
        , then <em>Mail me the link to its page</em>.
      </p>
      <a href="/sign-in" className={buttonClass({ look: 'primary', large: true })}>
        Go to sign in
      </a>
    </SignedOutShell>
  )
}
