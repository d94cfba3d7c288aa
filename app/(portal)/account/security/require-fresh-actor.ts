import { redirect } from 'next/navigation'
import type { Actor } from '@/lib/access/policy'
import { type Binder, binderOf } from '@/lib/session/fresh-actor'

/** Who may change the own ways in, or off to prove it and back to `page`: before there is a form, nothing typed is lost. */
export async function requireBinder(actor: Actor, page: string): Promise<Binder> {
  const binder = await binderOf(actor)
  if (!binder.ok) redirect(`/step-up?next=${encodeURIComponent(page)}`)
  return binder.value
}
