import { SignedOutShell } from '@/components/signed-out-shell'
import { HelpLink } from '../../../help-link'

/** The text went to a phone that was reported stolen: the thief must not be able to bring it back. */
export function OnStolenPhone() {
  return (
    <SignedOutShell title="Cancel from your email" otherMethods={<HelpLink to="stop" />}>
      <p>
        This phone was reported stolen and is no longer on the account, so this link can't cancel the request.
        Choose <em>Cancel this request</em> in our email about it, or contact an admin at your firm.
      </p>
    </SignedOutShell>
  )
}
