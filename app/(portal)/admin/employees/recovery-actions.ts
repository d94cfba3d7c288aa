'use server'

import { revalidatePath } from 'next/cache'
import { RedirectType, redirect } from 'next/navigation'
import { once, onceThenLeave } from '@/app/once'
import { readFresh } from '@/app/second-factor/take-proof'
import { cancelNumberChange } from '@/lib/employees/cancel-number-change'
import { askSecondAdmin } from '@/lib/employees/recovery/ask-second-admin'
import { endSessions } from '@/lib/employees/recovery/end-sessions'
import { makeOneTimePass } from '@/lib/employees/recovery/make-one-time-pass'
import { resetMethods } from '@/lib/employees/recovery/reset-methods'
import { unlockTokens } from '@/lib/employees/recovery/unlock-tokens'
import { askSecondAdminForm, oneEmployeeForm, recoveryForm } from '@/lib/employees/schema'
import { parseForm, saved } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { type RecoveryState, shownOnce } from '../shown-one-time-pass'
import { listAddress, readBack } from './addresses'
import { helpRefused } from './form-answers'
import type { EmployeesFlash } from './sentences'

export async function makeOneTimePassAction(_: RecoveryState, form: FormData): Promise<RecoveryState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = await readFresh(actor, form, recoveryForm)
  if (!input.ok) return input.state

  const made = await makeOneTimePass(input.actor, input.value)
  return made.ok ? shownOnce(made.value) : helpRefused(input.actor, form, made)
}

export async function resetMethodsAction(_: RecoveryState, form: FormData): Promise<RecoveryState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = await readFresh(actor, form, recoveryForm)
  if (!input.ok) return input.state

  const reset = await once(form, input.actor, () => resetMethods(input.actor, input.value))
  if ('state' in reset) return reset.state
  if (!reset.ok) return helpRefused(input.actor, form, reset)
  revalidatePath('/admin/employees')
  return saved(`Second factor of ${reset.value.name} reset. We've emailed a link to set up a new phone.`)
}

export async function endSessionsAction(_: RecoveryState, form: FormData): Promise<RecoveryState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = await readFresh(actor, form, recoveryForm)
  if (!input.ok) return input.state

  const ended = await once(form, input.actor, () => endSessions(input.actor, input.value))
  if ('state' in ended) return ended.state
  if (!ended.ok) return helpRefused(input.actor, form, ended)
  const { name } = ended.value
  return saved(
    ended.value.ended > 0 ? `${name} is signed out everywhere.` : `${name} was not signed in anywhere.`,
  )
}

export async function unlockTokensAction(_: RecoveryState, form: FormData): Promise<RecoveryState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = await readFresh(actor, form, recoveryForm)
  if (!input.ok) return input.state

  const unlocked = await once(form, input.actor, () => unlockTokens(input.actor, input.value))
  if ('state' in unlocked) return unlocked.state
  if (!unlocked.ok) return helpRefused(input.actor, form, unlocked)
  revalidatePath('/admin/employees')
  // The window no longer offers it, so the list says what was done.
  return redirectWithFlash<EmployeesFlash>('/admin/employees', 'unlocked', {
    about: input.value.employeeId,
    type: RedirectType.replace,
  })
}

export async function askSecondAdminAction(_: RecoveryState, form: FormData): Promise<RecoveryState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = await readFresh(actor, form, askSecondAdminForm)
  if (!input.ok) return input.state

  const asked = await once(form, input.actor, () => askSecondAdmin(input.actor, input.value))
  if ('state' in asked) return asked.state
  if (!asked.ok) return helpRefused(input.actor, form, asked)
  return saved(
    `Requested. ${asked.value.name} and the other admins have 24 hours to answer under Admin, Requests.`,
  )
}

export async function cancelNumberChangeAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = parseForm(form, oneEmployeeForm)
  if (!input.ok) redirect('/admin/employees')

  const { employeeId, back } = input.value
  const cancelled = await onceThenLeave(form, actor, () => cancelNumberChange(actor, employeeId))
  revalidatePath('/admin/employees')
  const list = listAddress(readBack(back))
  if (cancelled.ok) return redirectWithFlash<EmployeesFlash>(list, 'number-kept', { about: employeeId })
  redirect(list)
}
