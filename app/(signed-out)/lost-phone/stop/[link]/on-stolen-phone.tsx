import { SignedOutShell } from '@/components/signed-out-shell'
import { HelpLink } from '../../../help-link'

/** The text went to a phone that was called stolen: whoever holds it must not bring it back. */
export function OnStolenPhone() {
  return (
    <SignedOutShell title="Stop it from your mail" otherMethods={<HelpLink to="stop" />}>
      <p>
        This phone was reported stolen and is off the account, so a text to it stops nothing any more. The
        mail about the same step still does: open <em>Stop this request</em> there, or tell an admin of your
        firm.
      </p>
    </SignedOutShell>
  )
}
