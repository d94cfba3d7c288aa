'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { once, onceThenLeave } from '@/app/once'
import { proofNeeded, readFresh } from '@/app/second-factor/take-proof'
import { sayWhen } from '@/components/relative-time'
import { cancelEmailChange } from '@/lib/employees/cancel-email-change'
import { changeEmail } from '@/lib/employees/change-email'
import { changeEmailForm, oneEmployeeForm } from '@/lib/employees/schema'
import { type FormState, parseForm, refused, saved } from '@/lib/form'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { changeEmailSentences } from './sentences'

export async function changeEmailAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = await readFresh(actor, form, changeEmailForm)
  if (!input.ok) return input.state

  const changed = await once(form, input.actor, () => changeEmail(input.actor, input.value))
  if ('state' in changed) return changed.state
  if (!changed.ok) {
    if (changed.reason === 'proof-needed') return proofNeeded(input.actor, form)
    const { message, field } = changeEmailSentences[changed.reason]
    return refused(form, sayWhen(message, changed.opensAt), field)
  }
  revalidatePath('/admin/employees')
  const { name, waits } = changed.value
  return saved(
    waits
      ? `We emailed a link to ${input.value.email}. The address changes once ${name} confirms it.`
      : `Email address of ${name} corrected. We sent a new invitation to ${input.value.email}.`,
  )
}

export async function cancelEmailChangeAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('employees.edit')
  const input = parseForm(form, oneEmployeeForm)
  if (!input.ok) redirect('/admin/employees')

  const { employeeId } = input.value
  await onceThenLeave(form, actor, () => cancelEmailChange(actor, employeeId))
  revalidatePath('/admin/employees')
  redirect(`/admin/employees/${employeeId}/edit`)
}
