import { Alert } from '@/components/ui/alert'
import { HelpLink } from './help-link'

/** Why the mailed link is not enough: the password has come through the same mailbox. */
export function LinkBlocked() {
  return (
    <Alert tone="warn" title="The link alone is not enough now">
      <p>
        Your password was set through a mail after the request, or shortly before it. Somebody who reads your
        mail could have done both. Set up the phone with a one-time pass from an admin of your firm, or ask
        support again.
      </p>
      <p>
        <HelpLink to="mail-reset" />
      </p>
    </Alert>
  )
}
