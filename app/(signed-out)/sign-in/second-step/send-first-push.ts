import { headers } from 'next/headers'
import { after } from 'next/server'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'
import { isPhone } from '@/lib/session/visitor'
import { getOffer } from '@/lib/sign-in/second-step'
import { openPush } from '@/lib/sign-in-methods/push/create-push'
import { ringPhone } from '@/lib/sign-in-methods/push/send-push'

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
