import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'
import { notMeDays } from '@/lib/notifications/rules'

/** Cut short, too old or made up: all the same, so that nothing can be learned by trying. */
export function LinkEnded() {
  return (
    <SignedOutShell
      title="This link no longer works"
      about={`The link works for ${notMeDays} days. If your mail program cut it off, copy the whole link. Nothing was changed.`}
    >
      <p>
        If someone else may have access to your account, act now: reset your password, which signs out every
        device, and call an admin at your firm.
      </p>
      <a href="/forgot-password" className={buttonClass({ look: 'primary', large: true })}>
        Reset your password
      </a>
    </SignedOutShell>
  )
}
