'use server'

import { revalidatePath } from 'next/cache'
import { RedirectType, redirect } from 'next/navigation'
import { type AddAnswer, addEmployee } from '@/lib/employees/add-employee'
import { type EditAnswer, editEmployee } from '@/lib/employees/edit-employee'
import { endSessions } from '@/lib/employees/end-sessions'
import { resendInvitation } from '@/lib/employees/resend-invitation'
import { retryEnrolment } from '@/lib/employees/retry-enrolment'
import { addEmployeeForm, editEmployeeForm, oneEmployeeForm } from '@/lib/employees/schema'
import { disableRule } from '@/lib/firms/disable-rule'
import { enableRule } from '@/lib/firms/enable-rule'
import { getFirm } from '@/lib/firms/queries'
import { pushModeForm, ruleAnswerForm } from '@/lib/firms/schema'
import { setPushMode } from '@/lib/firms/set-push-mode'
import { type FormState, parseForm, refill, refused, saved } from '@/lib/form'
import { requireFresh, requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { listAddress, readBack } from './addresses'
import { describeConflict } from './conflict'
import type { EmployeeFormState } from './employee-form-state'
import { answerNumber, complain, type NumberAnswer } from './number-answer'
import { addSentences, editSentences, resendSentences } from './sentences'

export async function editEmployeeAction(_: EmployeeFormState, form: FormData): Promise<EmployeeFormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = parseForm(form, editEmployeeForm)
  if (!input.ok) return input.state
  const corrected = correct(form, input.value, (await getFirm(actor)).defaultCountry)
  if (corrected) return corrected

  const edited = await editEmployee(actor, input.value)
  if (!edited.ok) return editRefused(form, edited)

  revalidatePath('/admin/employees')
  const done = edited.value.changed ? 'saved' : 'unchanged'
  redirect(
    listAddress(readBack(input.value.back), { done, who: input.value.employeeId }),
    RedirectType.replace,
  )
}

export async function addEmployeeAction(_: EmployeeFormState, form: FormData): Promise<EmployeeFormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = parseForm(form, addEmployeeForm)
  if (!input.ok) return input.state
  const corrected = correct(form, input.value, (await getFirm(actor)).defaultCountry)
  if (corrected) return corrected

  const added = await addEmployee(actor, input.value)
  if (!added.ok) return addRefused(form, added)

  revalidatePath('/admin/employees')
  redirect(
    listAddress(readBack(input.value.back), { done: 'added', who: added.value.employeeId }),
    RedirectType.replace,
  )
}

/** The line under the number while it is typed. It reads only what is sent, and saves nothing. */
export async function previewNumberAction(typed: string): Promise<NumberAnswer> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  if (typeof typed !== 'string' || typed.length > 60) return {}
  return answerNumber(typed, (await getFirm(actor)).defaultCountry)
}

export async function resendInvitationAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = parseForm(form, oneEmployeeForm)
  if (!input.ok) return input.state

  const sent = await resendInvitation(actor, input.value.employeeId)
  if (!sent.ok) return refused(form, resendSentences[sent.reason])
  return saved(`The invitation for ${sent.value.name} is on its way.`)
}

export async function endSessionsAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = parseForm(form, oneEmployeeForm)
  if (!input.ok) return input.state

  const ended = await endSessions(actor, input.value.employeeId)
  if (!ended.ok) return refused(form, 'This employee is no longer here.')
  return saved(`${ended.value.name} is signed out everywhere.`)
}

export async function retryEnrolmentAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = parseForm(form, oneEmployeeForm)
  if (!input.ok) redirect('/admin/employees')

  await retryEnrolment(actor, input.value.employeeId)
  revalidatePath('/admin/employees')
  redirect(listAddress(readBack(input.value.back), { done: 'retried', who: input.value.employeeId }))
}

/** *Yes* and *No*. Whether numbers are missing is said before anybody is asked to prove anything. */
export async function answerRuleAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('firm-rule.switch')
  const input = parseForm(form, ruleAnswerForm)
  if (!input.ok) redirect('/admin/employees')

  const isYes = input.value.answer === 'yes'
  const firm = await getFirm(actor)
  if (firm.requiresSecondFactor === isYes) redirect(`/admin/employees?rule=${isYes ? 'on' : 'off'}`)
  if (isYes && firm.activeWithoutNumber > 0) redirect('/admin/employees?rule=numbers-missing')
  await requireFresh(actor, `/admin/employees?rule=${isYes ? 'confirmed-yes' : 'confirmed-no'}`)

  const switched = isYes ? await enableRule(actor) : await disableRule(actor)
  revalidatePath('/admin/employees')
  if (switched.ok) redirect(`/admin/employees?rule=${isYes ? 'on' : 'off'}`)
  redirect(`/admin/employees?rule=${switched.reason}`)
}

export async function setPushModeAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('firm-rule.switch')
  const input = parseForm(form, pushModeForm)
  if (!input.ok) redirect('/admin/employees')

  await setPushMode(actor, input.value.pushMode)
  revalidatePath('/admin/employees')
  redirect('/admin/employees?done=one-touch')
}

type TypedForm = { mobileNumber: string; correction?: string }

/** The button with the corrected number only fills the field: the person sees the number before it is saved. */
function correct(form: FormData, typed: TypedForm, country: string | null): EmployeeFormState | null {
  const { correction, mobileNumber } = typed
  // Enter presses this button too; what has been typed since then counts.
  if (!correction || answerNumber(mobileNumber, country).suggestion !== correction) return null
  const values = { ...refill(form), mobileNumber: correction }
  return { errors: {}, values, number: answerNumber(correction, country) }
}

function editRefused(form: FormData, answer: Extract<EditAnswer, { ok: false }>): EmployeeFormState {
  switch (answer.reason) {
    case 'number-unreadable':
    case 'number-shared':
      return numberRefused(form, answer)
    case 'conflict': {
      const conflict = describeConflict(answer, new Date())
      return { errors: {}, values: { ...refill(form), version: String(conflict.version) }, conflict }
    }
    default: {
      const { message, field } = editSentences[answer.reason]
      return { ...refused(form, message, field), needsProof: answer.reason === 'proof-needed' }
    }
  }
}

function addRefused(form: FormData, answer: Extract<AddAnswer, { ok: false }>): EmployeeFormState {
  if (answer.reason === 'number-unreadable' || answer.reason === 'number-shared')
    return numberRefused(form, answer)
  const { message, field } = addSentences[answer.reason]
  return refused(form, message, field)
}

type NumberRefusal = Extract<AddAnswer, { reason: 'number-unreadable' | 'number-shared' }>

function numberRefused(form: FormData, answer: NumberRefusal): EmployeeFormState {
  const values = refill(form)
  if (answer.reason === 'number-shared') return { errors: {}, values, sharedWith: answer.colleague }
  return { errors: {}, values, number: complain(values.mobileNumber ?? '', answer.why) }
}
