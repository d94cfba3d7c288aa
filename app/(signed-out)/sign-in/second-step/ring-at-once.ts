import { after } from 'next/server'
import { openPush } from '@/lib/second-factor/open-push'
import { ringPhone } from '@/lib/second-factor/ring-phone'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'

/** With the second-step page comes a push. It rings after the page has left; where none can be sent, the page says so. */
export async function ringAtOnce(pendingId: string): Promise<void> {
  const pending = await findPendingSignIn(pendingId)
  if (!pending || pending.isReset) return
  const opened = await openPush(pending)
  if (opened.ok) after(() => ringPhone(opened.value))
}
