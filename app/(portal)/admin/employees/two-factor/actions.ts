'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { once, onceThenLeave } from '@/app/once'
import { proofNeeded, readFresh } from '@/app/second-factor/take-proof'
import { disableTwoFactor } from '@/lib/firms/disable-two-factor'
import { enableTwoFactor } from '@/lib/firms/enable-two-factor'
import { getFirm } from '@/lib/firms/queries'
import { policyForm, pushModeForm, ruleAnswerForm, turnOffForm, turnOnForm } from '@/lib/firms/schema'
import { setPolicy } from '@/lib/firms/set-policy'
import { setPushMode } from '@/lib/firms/set-push-mode'
import { type FormState, parseForm, refused } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { hasFreshProof } from '@/lib/session/sessions'
import type { EmployeesFlash } from '../sentences'
import { policySentences } from './sentences'

/** *Yes* and *No* lead to a form with the effect and the step-up; missing numbers are reported before. */
export async function answerRuleAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('two-factor.switch')
  const input = parseForm(form, ruleAnswerForm)
  if (!input.ok) redirect('/admin/employees')

  const isYes = input.value.answer === 'yes'
  const firm = await getFirm(actor)
  if (firm.requiresSecondFactor === isYes)
    await redirectWithFlash<EmployeesFlash>('/admin/employees', isYes ? 'rule-on' : 'rule-off')
  if (isYes && firm.activeWithoutNumber > 0) redirect('/admin/employees?rule=numbers-missing')
  if (!isYes) redirect('/admin/employees/two-factor/off')
  if (!hasFreshProof(actor)) redirect('/admin/employees/two-factor/on')

  const enabled = await enableTwoFactor(actor)
  revalidatePath('/admin/employees')
  if (enabled.ok) return redirectWithFlash<EmployeesFlash>('/admin/employees', 'rule-on')
  redirect('/admin/employees?rule=numbers-missing')
}

export async function turnOnTwoFactorAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('two-factor.switch')
  const input = await readFresh(actor, form, turnOnForm)
  if (!input.ok) return input.state

  const enabled = await once(form, input.actor, () => enableTwoFactor(input.actor))
  if ('state' in enabled) return enabled.state
  if (!enabled.ok && enabled.reason === 'proof-needed') return proofNeeded(input.actor, form)
  revalidatePath('/admin/employees')
  if (enabled.ok) return redirectWithFlash<EmployeesFlash>('/admin/employees', 'rule-on')
  redirect('/admin/employees?rule=numbers-missing')
}

export async function turnOffTwoFactorAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('two-factor.switch')
  const input = await readFresh(actor, form, turnOffForm)
  if (!input.ok) return input.state

  const disabled = await once(form, input.actor, () => disableTwoFactor(input.actor, input.value.reason))
  if ('state' in disabled) return disabled.state
  if (!disabled.ok && disabled.reason === 'proof-needed') return proofNeeded(input.actor, form)
  revalidatePath('/admin/employees')
  return redirectWithFlash<EmployeesFlash>('/admin/employees', 'rule-off')
}

export async function setPushModeAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('two-factor.switch')
  const input = parseForm(form, pushModeForm)
  if (!input.ok) redirect('/admin/employees')

  const { pushMode } = input.value
  const changed = await onceThenLeave(form, actor, () => setPushMode(actor, pushMode))
  if (!changed.ok) redirect(`/admin/employees/two-factor/one-touch?pushMode=${pushMode}`)
  revalidatePath('/admin/employees')
  return redirectWithFlash<EmployeesFlash>('/admin/employees', 'one-touch')
}

export async function confirmPushModeAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('two-factor.switch')
  const input = await readFresh(actor, form, pushModeForm)
  if (!input.ok) return input.state

  const changed = await once(form, input.actor, () => setPushMode(input.actor, input.value.pushMode))
  if ('state' in changed) return changed.state
  if (!changed.ok) return proofNeeded(input.actor, form)
  revalidatePath('/admin/employees')
  return redirectWithFlash<EmployeesFlash>('/admin/employees', 'one-touch')
}

/** Saves the allowed sign-in methods that the page has previewed. */
export async function setPolicyAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('two-factor.switch')
  const input = await readFresh(actor, form, policyForm)
  if (!input.ok) return input.state

  const changed = await once(form, input.actor, () => setPolicy(input.actor, input.value))
  if ('state' in changed) return changed.state
  revalidatePath('/admin/employees', 'layout')
  if (changed.ok) return redirectWithFlash<EmployeesFlash>('/admin/employees', 'second-steps')
  if (changed.reason === 'proof-needed') return proofNeeded(input.actor, form)
  return refused(form, policySentences[changed.reason])
}
