import { redirect } from 'next/navigation'
import { type FreshActor, freshActorOfPending } from '@/lib/session/fresh-actor'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'

/** Who has shown in this sign-in who it is, by a way that is less than the firm asks; or off to show it. */
export function requireProofBelowMinimum(pending: PendingSignIn): FreshActor {
  const freshActor = freshActorOfPending(pending)
  if (!freshActor.ok) redirect('/sign-in/second-step')
  return freshActor.value
}
