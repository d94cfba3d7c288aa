import { headers } from 'next/headers'
import { after } from 'next/server'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'
import { isPhone } from '@/lib/session/visitor'
import { getOffer } from '@/lib/sign-in/second-step'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'

/**
 * Sends a push along with the second-step page, where push is the first method. It is sent after the response; where none can
 * be sent, the page says so.
 */
export async function sendFirstPush(pendingId: string): Promise<void> {
  const pending = await findPendingSignIn(pendingId)
  if (!pending || pending.isReset) return
  const offer = await getOffer(pending, isPhone((await headers()).get('user-agent')))
  if (offer?.methods[0] !== 'push') return
  const opened = await createPush(pending, offer)
  if (opened.ok) after(() => sendPush(opened.value))
}
