'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { once, onceThenLeave } from '@/app/once'
import { proofNeeded, readFresh } from '@/app/second-factor/take-proof'
import { approveForm, askMoreForm, declineForm, evidenceForm, untickForm } from '@/lib/cases/schema'
import { approveCase } from '@/lib/cases/support/approve-case'
import { askMore } from '@/lib/cases/support/ask-more'
import { declineCase } from '@/lib/cases/support/decline-case'
import { tickEvidence, untickEvidence } from '@/lib/cases/support/tick-evidence'
import { type FormState, parseForm, refused } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { caseAddress } from '../addresses'
import {
  approveSentences,
  type CaseFlash,
  declineSentences,
  notYoursSentence,
  tickSentences,
} from '../sentences'

export async function tickEvidenceAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('cases.handle')
  const input = parseForm(form, evidenceForm)
  if (!input.ok) return input.state

  const ticked = await once(form, actor, () => tickEvidence(actor, input.value))
  if ('state' in ticked) return ticked.state
  if (!ticked.ok) return refused(form, tickSentences[ticked.reason])
  revalidatePath('/support/cases')
  return redirectWithFlash<CaseFlash>(caseAddress(input.value.caseId), 'ticked')
}

export async function untickEvidenceAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('cases.handle')
  const input = parseForm(form, untickForm)
  if (!input.ok) redirect('/support/cases')

  const unticked = await onceThenLeave(form, actor, () => untickEvidence(actor, input.value))
  revalidatePath('/support/cases')
  const { caseId } = input.value
  return redirectWithFlash<CaseFlash>(caseAddress(caseId), unticked.ok ? 'unticked' : unticked.reason)
}

export async function askMoreAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('cases.handle')
  const input = parseForm(form, askMoreForm)
  if (!input.ok) return input.state

  const asked = await once(form, actor, () => askMore(actor, input.value))
  if ('state' in asked) return asked.state
  if (!asked.ok) return refused(form, notYoursSentence)
  revalidatePath('/support/cases')
  return redirectWithFlash<CaseFlash>(caseAddress(input.value.caseId), 'asked')
}

export async function approveCaseAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('cases.handle')
  const input = await readFresh(actor, form, approveForm)
  if (!input.ok) return input.state

  const approved = await once(form, input.actor, () => approveCase(input.actor, input.value, provider))
  if ('state' in approved) return approved.state
  if (!approved.ok) {
    if (approved.reason === 'proof-needed') return proofNeeded(input.actor, form)
    return refused(form, approveSentences[approved.reason])
  }
  revalidatePath('/support/cases')
  const done = approved.value.state === 'seconding' ? 'first-approved' : 'approved'
  return redirectWithFlash<CaseFlash>(caseAddress(input.value.caseId), done)
}

export async function declineCaseAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('cases.handle')
  const input = await readFresh(actor, form, declineForm)
  if (!input.ok) return input.state

  const declined = await once(form, input.actor, () => declineCase(input.actor, input.value))
  if ('state' in declined) return declined.state
  if (!declined.ok) {
    if (declined.reason === 'proof-needed') return proofNeeded(input.actor, form)
    const field = declined.reason === 'no-reason' ? 'reason' : undefined
    return refused(form, declineSentences[declined.reason], field)
  }
  revalidatePath('/support/cases')
  return redirectWithFlash<CaseFlash>(caseAddress(input.value.caseId), 'declined')
}
