import { Alert } from '@/components/ui/alert'
import { HelpLink } from './help-link'

/** Why the mailed link is not enough: the password came through the same mailbox. */
export function LinkBlocked() {
  return (
    <Alert tone="warn" title="This link alone isn't enough">
      <p>
        Your password was reset by email shortly before or after the request. Someone who can read your email
        could have done both. Set up the phone with a one-time pass from an admin at your firm, or contact
        support again.
      </p>
      <p>
        <HelpLink to="mail-reset" />
      </p>
    </Alert>
  )
}
