import { Notice } from '@/components/ui/notice'
import { UtcTime } from '@/components/utc-time'
import { HelpLink } from './help-link'

/** Why the mailed link is not enough: the password has come through the same mailbox. */
export function LinkBlocked({ until }: { until: Date }) {
  return (
    <Notice tone="warn" title="The link alone is not enough now">
      <p>
        Your password was set through a mail after the request. Somebody who reads your mail could have done
        both, so the link works only from <UtcTime at={until} />. With a one-time pass from an admin of your
        firm you can set up the phone now.
      </p>
      <p>
        <HelpLink to="mail-reset" />
      </p>
    </Notice>
  )
}
