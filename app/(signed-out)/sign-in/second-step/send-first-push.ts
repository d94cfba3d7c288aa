import { after } from 'next/server'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'
import { getOffer } from '@/lib/sign-in/second-step'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'

/** The right password sends the push, whatever method was used last; where none can be sent, the page says why. */
export async function sendFirstPush(pendingId: string): Promise<void> {
  const pending = await findPendingSignIn(pendingId)
  if (!pending || pending.isReset) return
  const offer = await getOffer(pending)
  if (!offer?.methods.includes('push') || offer.awaitsPasskey) return
  const opened = await createPush(pending, offer)
  if (opened.ok) after(() => sendPush(opened.value))
}
