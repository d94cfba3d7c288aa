import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'
import { HelpLink } from '../help-link'

/** The same page for every link that opens no request: trying links must not reveal which requests exist. */
export function UnknownLink() {
  return (
    <SignedOutShell
      title="This link doesn't work"
      about="Some email programs cut long links. Copy the complete link from the email."
      otherMethods={<HelpLink to="case-page" />}
    >
      <p>
        To get a new link, sign in with your password and choose <em>I don't have access to my phone</em>,
        then <em>Email me the link to its page</em>.
      </p>
      <a href="/sign-in" className={buttonClass({ look: 'primary', large: true })}>
        Go to sign-in
      </a>
    </SignedOutShell>
  )
}
