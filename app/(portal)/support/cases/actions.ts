'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { once, onceThenLeave } from '@/app/once'
import { oneCaseForm } from '@/lib/cases/schema'
import {
  firstPage,
  keysForm,
  readQueueQuery,
  removeViewForm,
  saveViewForm,
} from '@/lib/cases/support/queue-schema'
import { removeView, saveView } from '@/lib/cases/support/saved-views'
import { releaseCase, takeCase } from '@/lib/cases/support/take-case'
import { env } from '@/lib/env'
import { type FormState, parseForm, refused } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { caseAddress, queueAddress } from './addresses'
import type { CaseFlash, QueueFlash } from './sentences'

export async function takeCaseAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('cases.handle')
  const input = parseForm(form, oneCaseForm)
  if (!input.ok) redirect('/support/cases')

  const { caseId } = input.value
  const taken = await onceThenLeave(form, actor, () => takeCase(actor, caseId))
  revalidatePath('/support/cases')
  if (taken.ok) return redirectWithFlash<CaseFlash>(caseAddress(caseId), 'taken')
  const isHidden = taken.reason === 'not-found' || taken.reason === 'own-case'
  if (isHidden) return redirectWithFlash<QueueFlash>('/support/cases', 'not-found')
  return redirectWithFlash<CaseFlash>(caseAddress(caseId), taken.reason)
}

export async function releaseCaseAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('cases.handle')
  const input = parseForm(form, oneCaseForm)
  if (!input.ok) redirect('/support/cases')

  const released = await onceThenLeave(form, actor, () => releaseCase(actor, input.value.caseId))
  revalidatePath('/support/cases')
  if (released.ok) return redirectWithFlash<QueueFlash>('/support/cases', 'released')
  return redirectWithFlash<CaseFlash>(caseAddress(input.value.caseId), released.reason)
}

export async function saveViewAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('cases.handle')
  const input = parseForm(form, saveViewForm)
  if (!input.ok) return input.state

  const kept = await once(form, actor, () => saveView(actor, input.value))
  if ('state' in kept) return kept.state
  if (!kept.ok) return refused(form, 'You can save up to 20 views. Remove one first.', 'name')
  return redirectWithFlash<QueueFlash>(queueAddress(readQueueQuery(input.value.query)), 'saved')
}

export async function removeViewAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('cases.handle')
  const input = parseForm(form, removeViewForm)
  if (!input.ok) redirect('/support/cases')

  await removeView(actor, input.value.name)
  return redirectWithFlash<QueueFlash>(queueAddress(readQueueQuery(input.value.query)), 'removed')
}

/** Stored in this browser only: whether the queue reacts to single keys. */
export async function switchKeysAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  await requirePermission('cases.handle')
  const input = parseForm(form, keysForm)
  if (!input.ok) redirect('/support/cases')

  const jar = await cookies()
  jar.set('queue-keys', input.value.keys, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env.PORTAL_URL.startsWith('https:'),
    maxAge: 365 * 24 * 60 * 60,
  })
  redirect(queueAddress(firstPage(readQueueQuery(input.value.query))))
}
