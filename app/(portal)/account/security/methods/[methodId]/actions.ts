'use server'

import type { SecurityFlash } from '@/app/(portal)/account/security/sentences'
import { once } from '@/app/once'
import { proofNeeded, readFresh } from '@/app/second-factor/take-proof'
import { type FormState, refused } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { freshActorOf } from '@/lib/session/fresh-actor'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { removeMethod } from '@/lib/sign-in-methods/remove-method'
import { renameMethod } from '@/lib/sign-in-methods/rename-method'
import { methodForm, renameMethodForm } from '@/lib/sign-in-methods/schema'
import { goneSentence, lastMethodSentence } from '../../sentences'

export async function renameMethodAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = await readFresh(actor, form, renameMethodForm)
  if (!input.ok) return input.state
  const freshActor = await freshActorOf(input.actor)
  if (!freshActor.ok) return proofNeeded(input.actor, form)

  const renamed = await once(form, freshActor.value, () => renameMethod(freshActor.value, input.value))
  if ('state' in renamed) return renamed.state
  if (!renamed.ok) return refused(form, goneSentence)
  return redirectWithFlash<SecurityFlash>('/account/security', 'renamed')
}

export async function removeMethodAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = await readFresh(actor, form, methodForm)
  if (!input.ok) return input.state
  const freshActor = await freshActorOf(input.actor)
  if (!freshActor.ok) return proofNeeded(input.actor, form)

  const removed = await once(form, freshActor.value, () =>
    removeMethod(freshActor.value, input.value.methodId),
  )
  if ('state' in removed) return removed.state
  if (!removed.ok) return refused(form, removed.reason === 'last-method' ? lastMethodSentence : goneSentence)
  return redirectWithFlash<SecurityFlash>('/account/security', 'removed')
}
