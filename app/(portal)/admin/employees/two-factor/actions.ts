'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { proofNeeded, readFresh } from '@/app/second-factor/take-proof'
import { disableTwoFactor } from '@/lib/firms/disable-two-factor'
import { enableTwoFactor } from '@/lib/firms/enable-two-factor'
import { getFirm } from '@/lib/firms/queries'
import { policyForm, pushModeForm, ruleAnswerForm } from '@/lib/firms/schema'
import { setPolicy } from '@/lib/firms/set-policy'
import { setPushMode } from '@/lib/firms/set-push-mode'
import { type FormState, parseForm, refused } from '@/lib/form'
import { requireFresh, requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { policySentences } from './sentences'

/** *Yes* and *No*. Missing numbers are reported before anybody is asked for a step-up. */
export async function answerRuleAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('two-factor.switch')
  const input = parseForm(form, ruleAnswerForm)
  if (!input.ok) redirect('/admin/employees')

  const isYes = input.value.answer === 'yes'
  const firm = await getFirm(actor)
  if (firm.requiresSecondFactor === isYes) redirect(`/admin/employees?rule=${isYes ? 'on' : 'off'}`)
  if (isYes && firm.activeWithoutNumber > 0) redirect('/admin/employees?rule=numbers-missing')
  await requireFresh(actor, `/admin/employees?rule=${isYes ? 'confirmed-yes' : 'confirmed-no'}`)

  const switched = isYes ? await enableTwoFactor(actor) : await disableTwoFactor(actor)
  revalidatePath('/admin/employees')
  if (switched.ok) redirect(`/admin/employees?rule=${isYes ? 'on' : 'off'}`)
  redirect(`/admin/employees?rule=${switched.reason}`)
}

export async function setPushModeAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('two-factor.switch')
  const input = parseForm(form, pushModeForm)
  if (!input.ok) redirect('/admin/employees')

  // Swipe asks less of the phone than typed does, so a session left open is not enough for it.
  if ((await getFirm(actor)).requiresSecondFactor) await requireFresh(actor, '/admin/employees')
  await setPushMode(actor, input.value.pushMode)
  revalidatePath('/admin/employees')
  redirect('/admin/employees?done=one-touch')
}

/** Saves the allowed sign-in methods that the page has previewed. */
export async function setPolicyAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('two-factor.switch')
  const input = await readFresh(actor, form, policyForm)
  if (!input.ok) return input.state

  const changed = await setPolicy(input.actor, input.value)
  revalidatePath('/admin/employees', 'layout')
  if (changed.ok) redirect('/admin/employees?done=second-steps')
  if (changed.reason === 'proof-needed') return proofNeeded(input.actor, form)
  return refused(form, policySentences[changed.reason])
}
