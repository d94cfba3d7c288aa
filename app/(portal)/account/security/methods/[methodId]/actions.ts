'use server'

import { redirect } from 'next/navigation'
import { proofNeeded, takeProof } from '@/app/second-factor/take-proof'
import { type FormState, parseForm, refused } from '@/lib/form'
import { binderOf } from '@/lib/session/fresh-actor'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { removeWay } from '@/lib/sign-in-methods/remove-method'
import { renameWay } from '@/lib/sign-in-methods/rename-method'
import { renameWayForm, wayForm } from '@/lib/sign-in-methods/schema'
import { goneSentence, lastWaySentence } from './sentences'

export async function renameWayAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, renameWayForm)
  if (!input.ok) return input.state
  const proven = await takeProof(actor, form)
  if (!proven.ok) return proven.state
  const binder = await binderOf(proven.actor)
  if (!binder.ok) return proofNeeded(proven.actor, form)

  const renamed = await renameWay(binder.value, input.value)
  if (!renamed.ok) return refused(form, goneSentence)
  redirect('/account/security?done=renamed')
}

export async function removeWayAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, wayForm)
  if (!input.ok) return input.state
  const proven = await takeProof(actor, form)
  if (!proven.ok) return proven.state
  const binder = await binderOf(proven.actor)
  if (!binder.ok) return proofNeeded(proven.actor, form)

  const removed = await removeWay(binder.value, input.value.wayId)
  if (!removed.ok) return refused(form, removed.reason === 'last-way' ? lastWaySentence : goneSentence)
  redirect('/account/security?done=removed')
}
