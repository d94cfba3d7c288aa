import { redirect } from 'next/navigation'
import type { Actor } from '@/lib/access/policy'
import { type FreshActor, freshActorOf } from '@/lib/session/fresh-actor'

/** Who may change the own ways in, or off to prove it and back to `page`: before there is a form, nothing typed is lost. */
export async function requireFreshActor(actor: Actor, page: string): Promise<FreshActor> {
  const freshActor = await freshActorOf(actor)
  if (!freshActor.ok) redirect(`/step-up?next=${encodeURIComponent(page)}`)
  return freshActor.value
}
