'use server'

import type { SecurityFlash } from '@/app/(portal)/account/security/sentences'
import { once } from '@/app/once'
import { proofNeeded, readFresh } from '@/app/second-factor/take-proof'
import { confirmEmail } from '@/lib/account/confirm-email'
import { confirmEmailForm } from '@/lib/account/schema'
import { type FormState, refused } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { freshActorOf } from '@/lib/session/fresh-actor'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'

export async function confirmEmailAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = await readFresh(actor, form, confirmEmailForm)
  if (!input.ok) return input.state
  const freshActor = await freshActorOf(input.actor)
  if (!freshActor.ok) return proofNeeded(input.actor, form)

  const { link } = input.value
  const confirmed = await once(form, freshActor.value, () => confirmEmail(freshActor.value, link))
  if ('state' in confirmed) return confirmed.state
  if (confirmed.ok) return redirectWithFlash<SecurityFlash>('/account/security', 'email-changed')
  return refused(form, confirmed.reason === 'link-ended' ? ended : taken)
}

const ended = 'This link no longer works. Ask an admin at your firm for a new one.'
const taken = "This address can't be used. Ask an admin at your firm."
