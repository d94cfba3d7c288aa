'use server'

import { revalidatePath } from 'next/cache'
import { RedirectType, redirect } from 'next/navigation'
import { once, onceThenLeave } from '@/app/once'
import { readFresh } from '@/app/second-factor/take-proof'
import { sayWhen } from '@/components/relative-time'
import { addEmployee } from '@/lib/employees/add-employee'
import { askToConfirmNumber } from '@/lib/employees/ask-to-confirm-number'
import { editEmployee } from '@/lib/employees/edit-employee'
import { findColleagueByEmail } from '@/lib/employees/queries'
import { resendInvitation } from '@/lib/employees/resend-invitation'
import { retryRegistration } from '@/lib/employees/retry-registration'
import { addEmployeeForm, editEmployeeForm, oneEmployeeForm } from '@/lib/employees/schema'
import { getFirm } from '@/lib/firms/queries'
import { type FormState, parseForm, refused, saved } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { listAddress, readBack } from './addresses'
import type { EmployeeFormState } from './employee-form-state'
import { addRefused, editRefused } from './form-answers'
import { answerNumber, type NumberAnswer } from './number-answer'
import type { EmployeesFlash } from './sentences'
import { askToConfirmSentences, resendSentences } from './sentences'

export async function editEmployeeAction(_: EmployeeFormState, form: FormData): Promise<EmployeeFormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = await readFresh(actor, form, editEmployeeForm)
  if (!input.ok) return input.state

  const edited = await once(form, input.actor, () => editEmployee(input.actor, input.value))
  if ('state' in edited) return edited.state
  if (!edited.ok) return editRefused(input.actor, form, edited)

  revalidatePath('/admin/employees')
  const { changed, held } = edited.value
  const done = held ? 'pending' : changed ? 'saved' : 'unchanged'
  return redirectWithFlash<EmployeesFlash>(listAddress(readBack(input.value.back)), done, {
    about: input.value.employeeId,
    type: RedirectType.replace,
  })
}

export async function addEmployeeAction(_: EmployeeFormState, form: FormData): Promise<EmployeeFormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = await readFresh(actor, form, addEmployeeForm)
  if (!input.ok) return input.state

  const added = await once(form, input.actor, () => addEmployee(input.actor, input.value))
  if ('state' in added) return added.state
  if (!added.ok) {
    const colleague =
      added.reason === 'already-in-firm' ? await findColleagueByEmail(input.actor, input.value.email) : null
    return { ...addRefused(input.actor, form, added), colleague: colleague ?? undefined }
  }

  revalidatePath('/admin/employees')
  return redirectWithFlash<EmployeesFlash>(listAddress(readBack(input.value.back)), 'added', {
    about: added.value.employeeId,
    type: RedirectType.replace,
  })
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

  const sent = await once(form, actor, () => resendInvitation(actor, input.value.employeeId))
  if ('state' in sent) return sent.state
  if (!sent.ok) return refused(form, sayWhen(resendSentences[sent.reason], sent.opensAt))
  return saved(`Invitation sent to ${sent.value.name}.`)
}

export async function askToConfirmNumberAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = parseForm(form, oneEmployeeForm)
  if (!input.ok) return input.state

  const asked = await once(form, actor, () => askToConfirmNumber(actor, input.value.employeeId))
  if ('state' in asked) return asked.state
  if (!asked.ok) return refused(form, sayWhen(askToConfirmSentences[asked.reason], asked.opensAt))
  return saved(`Confirmation link sent to ${asked.value.name}. It's valid for three days.`)
}

export async function retryRegistrationAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = parseForm(form, oneEmployeeForm)
  if (!input.ok) redirect('/admin/employees')

  await onceThenLeave(form, actor, () => retryRegistration(actor, input.value.employeeId))
  revalidatePath('/admin/employees')
  return redirectWithFlash<EmployeesFlash>(listAddress(readBack(input.value.back)), 'retried', {
    about: input.value.employeeId,
  })
}
