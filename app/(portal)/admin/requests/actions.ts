'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { once, onceThenLeave } from '@/app/once'
import { proofNeeded, readFresh } from '@/app/second-factor/take-proof'
import { sayWhen } from '@/components/relative-time'
import { confirmCase } from '@/lib/cases/firm/confirm-case'
import { oneCaseForm, stepUpForm } from '@/lib/cases/schema'
import { stopCaseAsAdmin } from '@/lib/cases/stop-case'
import { answerSecondAdmin } from '@/lib/employees/recovery/answer-second-admin'
import { showOneTimePass } from '@/lib/employees/recovery/show-one-time-pass'
import { answerSecondAdminForm, oneRequestForm } from '@/lib/employees/schema'
import { type FormState, parseForm, refused } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { recoverySentences } from '../employees/sentences'
import { type RecoveryState, shownOnce } from '../shown-one-time-pass'
import type { RequestsFlash } from './done-alert'
import { answerSentences, stepUpSentences } from './sentences'

export async function confirmCaseAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('requests.answer')
  const input = await readFresh(actor, form, stepUpForm)
  if (!input.ok) return input.state

  const confirmed = await once(form, input.actor, () =>
    confirmCase(input.actor, input.value, 'admin_confirmed'),
  )
  if ('state' in confirmed) return confirmed.state
  if (!confirmed.ok) {
    if (confirmed.reason === 'proof-needed') return proofNeeded(input.actor, form)
    return refused(form, stepUpSentences[confirmed.reason])
  }
  revalidatePath('/admin/requests')
  return redirectWithFlash<RequestsFlash>('/admin/requests', 'confirmed')
}

export async function stopFirmCaseAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('requests.answer')
  const input = parseForm(form, oneCaseForm)
  if (!input.ok) redirect('/admin/requests')

  const stopped = await onceThenLeave(form, actor, () => stopCaseAsAdmin(actor, input.value.caseId))
  revalidatePath('/admin/requests')
  return redirectWithFlash<RequestsFlash>('/admin/requests', stopped.ok ? 'stopped' : 'closed')
}

export async function answerSecondAdminAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('requests.answer')
  const input = await readFresh(actor, form, answerSecondAdminForm)
  if (!input.ok) return input.state

  const answered = await once(form, input.actor, () => answerSecondAdmin(input.actor, input.value))
  if ('state' in answered) return answered.state
  if (!answered.ok) {
    if (answered.reason === 'proof-needed') return proofNeeded(input.actor, form)
    return refused(form, answerSentences[answered.reason])
  }
  revalidatePath('/admin/requests')
  return redirectWithFlash<RequestsFlash>(
    '/admin/requests',
    input.value.answer === 'refuse' ? 'recovery-refused' : 'recovery-confirmed',
  )
}

/** The page is not revalidated: the pass, which is shown once, would be gone with it. */
export async function showOneTimePassAction(_: RecoveryState, form: FormData): Promise<RecoveryState> {
  await requireOwnOrigin()
  const actor = await requirePermission('requests.answer')
  const input = await readFresh(actor, form, oneRequestForm)
  if (!input.ok) return input.state

  const shown = await showOneTimePass(input.actor, input.value.requestId)
  if (shown.ok) return shownOnce(shown.value)
  if (shown.reason === 'proof-needed') return proofNeeded(input.actor, form)
  return refused(form, sayWhen(recoverySentences[shown.reason], shown.opensAt))
}
