import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'
import { notMeDays } from '@/lib/notifications/rules'

/** Cut short, too old or made up: all the same, so that nothing can be learned by trying. */
export function LinkEnded() {
  return (
    <SignedOutShell
      title="This link does nothing any more"
      about={`It works for ${notMeDays} days, and only whole: some mail programs cut long lines. Nothing has happened.`}
    >
      <p>
        If somebody else may be in your account, do not wait: choose a new password, which signs everybody
        out, and call an admin of your firm.
      </p>
      <a href="/forgot-password" className={buttonClass({ look: 'primary', large: true })}>
        Choose a new password
      </a>
    </SignedOutShell>
  )
}
