'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { SecurityFlash } from '@/app/(portal)/account/security/sentences'
import { once, onceThenLeave } from '@/app/once'
import { leaveGuessedSession } from '@/app/second-factor/leave-session'
import { proofNeeded, readFresh } from '@/app/second-factor/take-proof'
import { sayWhen } from '@/components/relative-time'
import { changePassword } from '@/lib/account/change-password'
import { endOtherSessions, endSession } from '@/lib/account/end-sessions'
import { bareForm, changePasswordForm, endSessionForm, forgetBrowserForm } from '@/lib/account/schema'
import { type FormState, parseForm, refused, saved } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { unlockPushes } from '@/lib/sign-in-methods/push/unlock-pushes'
import { forgetAllBrowsers, forgetBrowser } from '@/lib/sign-in-methods/trusted-browsers/forget-browser'
import { changePasswordSentences } from './sentences'

export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = await readFresh(actor, form, changePasswordForm)
  if (!input.ok) return input.state

  const changed = await once(form, input.actor, () => changePassword(input.actor, input.value))
  if ('state' in changed) return changed.state
  if (!changed.ok) {
    if (changed.reason === 'proof-needed') return proofNeeded(input.actor, form)
    if (changed.reason === 'session-ended') return leaveGuessedSession()
    const sentence = sayWhen(changePasswordSentences[changed.reason], changed.opensAt)
    return refused(form, sentence, fieldOf(changed.reason))
  }

  revalidatePath('/account/security')
  return saved('Password changed. We signed you out in other browsers.')
}

export async function endSessionAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, endSessionForm)

  const ended =
    input.ok && (await onceThenLeave(form, actor, () => endSession(actor, input.value.sessionId))).ok
  if (ended) await redirectWithFlash<SecurityFlash>('/account/security', 'session-ended')
  redirect('/account/security')
}

export async function endOtherSessionsAction(): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')

  await endOtherSessions(actor)
  return redirectWithFlash<SecurityFlash>('/account/security', 'others-ended')
}

export async function forgetBrowserAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, forgetBrowserForm)

  const forgotten =
    input.ok && (await onceThenLeave(form, actor, () => forgetBrowser(actor, input.value.browserHash))).ok
  if (forgotten) await redirectWithFlash<SecurityFlash>('/account/security', 'browser-forgotten')
  redirect('/account/security')
}

export async function forgetAllBrowsersAction(): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')

  await forgetAllBrowsers(actor)
  return redirectWithFlash<SecurityFlash>('/account/security', 'browsers-forgotten')
}

export async function unlockPushesAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = await readFresh(actor, form, bareForm)
  if (!input.ok) return input.state

  const unlocked = await once(form, input.actor, () => unlockPushes(input.actor))
  if ('state' in unlocked) return unlocked.state
  if (!unlocked.ok) return proofNeeded(input.actor, form)
  if (unlocked.value.changed) await redirectWithFlash<SecurityFlash>('/account/security', 'pushes-on')
  redirect('/account/security')
}

type Refusal = keyof typeof changePasswordSentences

function fieldOf(reason: Refusal): string | undefined {
  if (reason === 'wrong-password') return 'currentPassword'
  return reason === 'too-many-wrong' || reason === 'busy' ? undefined : 'newPassword'
}
