import { redirect } from 'next/navigation'
import type { Actor } from '@/lib/access/policy'
import { type FreshActor, freshActorOf } from '@/lib/session/fresh-actor'

/** The person who may change their sign-in methods; without a fresh proof a redirect to the step-up and back to `page`, before a form is filled in. */
export async function requireFreshActor(actor: Actor, page: string): Promise<FreshActor> {
  const freshActor = await freshActorOf(actor)
  if (!freshActor.ok) redirect(`/step-up?next=${encodeURIComponent(page)}`)
  return freshActor.value
}
