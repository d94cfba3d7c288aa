'use server'

import { redirect } from 'next/navigation'
import { type FormState, parseForm, refused } from '@/lib/form'
import { storedId } from '@/lib/secrets/secret-id'
import { ensureBrowserId, pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireSession } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { stepUpForm } from '@/lib/sign-in/schema'
import {
  type StepUpByPasswordRefusal,
  type StepUpRefusal,
  startStepUp,
  stepUpByPassword,
  stepUpMethods,
} from '@/lib/sign-in/start-step-up'
import { sendFirstPush } from '../sign-in/second-step/send-first-push'

export async function stepUpAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const session = await requireSession()
  const input = parseForm(form, stepUpForm)
  if (!input.ok) return input.state

  const visitor = { ...(await getVisitor()), browserId: await ensureBrowserId() }
  if ((await stepUpMethods(session)) === 'password') {
    const confirmed = await stepUpByPassword(session, input.value, visitor)
    if (!confirmed.ok) return refused(form, ...sentences[passwordRefusal(confirmed.reason)])
    await sessionCookie.set(confirmed.value.sessionSecret)
    redirect(input.value.next)
  }

  const started = await startStepUp(session, input.value, visitor)
  if (!started.ok) return refused(form, ...sentences[started.reason])
  await pendingCookie.set(started.value)
  await sendFirstPush(storedId(started.value))
  redirect('/sign-in/second-step')
}

/** Any other reason against the password alone came up just now: the firm's policy, or a method the person added. */
function passwordRefusal(reason: StepUpByPasswordRefusal): StepUpRefusal {
  return reason === 'wrong-password' || reason === 'busy' || reason === 'too-many-tries'
    ? reason
    : 'no-method'
}

type Sentence = [message: string, field?: string]

const sentences: Record<StepUpRefusal, Sentence> = {
  'wrong-password': ['Incorrect password.', 'password'],
  busy: [
    "Many people are signing in right now, so we couldn't check your password. Try again in 10 seconds.",
  ],
  'too-many-tries': ['Too many tries. Try again in 15 minutes.'],
  'no-method': [
    "Your firm requires a sign-in method that you don't have yet. Sign out and sign in again to add one.",
  ],
}
