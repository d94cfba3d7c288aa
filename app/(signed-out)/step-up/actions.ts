'use server'

import { redirect } from 'next/navigation'
import { leaveGuessedSession } from '@/app/second-factor/leave-session'
import { sayWhen } from '@/components/relative-time'
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
    if (!confirmed.ok) {
      const reason = passwordRefusal(confirmed.reason)
      return reason === 'session-ended' ? leaveGuessedSession() : say(form, reason, confirmed.opensAt)
    }
    await sessionCookie.set(confirmed.value.sessionSecret)
    redirect(input.value.next)
  }

  const started = await startStepUp(session, input.value, visitor)
  if (!started.ok) {
    const { reason, opensAt } = started
    return reason === 'session-ended' ? leaveGuessedSession() : say(form, reason, opensAt)
  }
  await pendingCookie.set(started.value)
  await sendFirstPush(storedId(started.value))
  redirect('/sign-in/second-step')
}

/** Any other reason against the password alone came up just now: the firm's policy, or a method the person added. */
function passwordRefusal(reason: StepUpByPasswordRefusal): StepUpRefusal {
  switch (reason) {
    case 'wrong-password':
    case 'busy':
    case 'too-many-tries':
    case 'session-ended':
      return reason
    default:
      return 'no-method'
  }
}

function say(form: FormData, reason: keyof typeof sentences, opensAt?: Date): FormState {
  const [message, field] = sentences[reason]
  return refused(form, sayWhen(message, opensAt), field)
}

type Sentence = [message: string, field?: string]

const sentences: Record<Exclude<StepUpRefusal, 'session-ended'>, Sentence> = {
  'wrong-password': ['Incorrect password.', 'password'],
  busy: [
    "Many people are signing in right now, so we couldn't check your password. Try again in 10 seconds.",
  ],
  'too-many-tries': [
    'Too many wrong passwords today. Try again {when}, or sign out, then sign in again to confirm.',
  ],
  'no-method': [
    "Your firm requires a sign-in method that you don't have yet. Sign out and sign in again to add one.",
  ],
}
