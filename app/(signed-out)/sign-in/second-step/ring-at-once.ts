import { headers } from 'next/headers'
import { after } from 'next/server'
import { openPush } from '@/lib/second-factor/open-push'
import { getOffer } from '@/lib/second-factor/queries'
import { ringPhone } from '@/lib/second-factor/ring-phone'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'
import { isPhone } from '@/lib/session/visitor'

/**
 * With the second-step page comes a push, where that is the way shown first. It rings after the page has left; where none can
 * be sent, the page says so.
 */
export async function ringAtOnce(pendingId: string): Promise<void> {
  const pending = await findPendingSignIn(pendingId)
  if (!pending || pending.isReset) return
  const offer = await getOffer(pending, isPhone((await headers()).get('user-agent')))
  if (offer?.ways[0] !== 'push') return
  const opened = await openPush(pending)
  if (opened.ok) after(() => ringPhone(opened.value))
}
