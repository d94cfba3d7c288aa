import { headers } from 'next/headers'
import { after } from 'next/server'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'
import { isPhone } from '@/lib/session/visitor'
import { getOffer } from '@/lib/sign-in/second-step'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'

/**
 * With the second-step page comes a push, where that is the way shown first. It rings after the page has left; where none can
 * be sent, the page says so.
 */
export async function sendFirstPush(pendingId: string): Promise<void> {
  const pending = await findPendingSignIn(pendingId)
  if (!pending || pending.isReset) return
  const offer = await getOffer(pending, isPhone((await headers()).get('user-agent')))
  if (offer?.methods[0] !== 'push') return
  const opened = await createPush(pending)
  if (opened.ok) after(() => sendPush(opened.value))
}
