import { redirect } from 'next/navigation'
import { type FreshActor, freshActorOfPending } from '@/lib/session/fresh-actor'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'

/** The person who proved who they are in this sign-in, by a method below the firm's minimum; or a redirect to prove it. */
export function requireProofBelowMinimum(pending: PendingSignIn): FreshActor {
  const freshActor = freshActorOfPending(pending)
  if (!freshActor.ok) redirect('/sign-in/second-step')
  return freshActor.value
}
