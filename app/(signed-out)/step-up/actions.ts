'use server'

import { redirect } from 'next/navigation'
import { type FormState, parseForm, refused } from '@/lib/form'
import { storedId } from '@/lib/secrets/secret-id'
import { ensureBrowserId, pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireSession } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { confirmForm } from '@/lib/sign-in/schema'
import {
  type ConfirmByPasswordRefusal,
  type ConfirmRefusal,
  confirmByPassword,
  startConfirm,
  waysToConfirm,
} from '@/lib/sign-in/start-step-up'
import { ringAtOnce } from '../sign-in/second-step/send-first-push'

export async function confirmAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const session = await requireSession()
  const input = parseForm(form, confirmForm)
  if (!input.ok) return input.state

  const visitor = { ...(await getVisitor()), browserId: await ensureBrowserId() }
  if ((await waysToConfirm(session)) === 'password') {
    const confirmed = await confirmByPassword(session, input.value, visitor)
    if (!confirmed.ok) return refused(form, ...sentences[passwordRefusal(confirmed.reason)])
    await sessionCookie.set(confirmed.value.sessionSecret)
    redirect(input.value.next)
  }

  const started = await startConfirm(session, input.value, visitor)
  if (!started.ok) return refused(form, ...sentences[started.reason])
  await pendingCookie.set(started.value)
  await ringAtOnce(storedId(started.value))
  redirect('/sign-in/second-step')
}

/** What stands against the password alone beside these came up in this very moment: a firm's rule, a way of one's own. */
function passwordRefusal(reason: ConfirmByPasswordRefusal): ConfirmRefusal {
  return reason === 'wrong-password' || reason === 'busy' || reason === 'too-many-tries' ? reason : 'no-way'
}

type Sentence = [message: string, field?: string]

const sentences: Record<ConfirmRefusal, Sentence> = {
  'wrong-password': ['That is not your password.', 'password'],
  busy: ['Many people are signing in right now. Wait ten seconds and try again.'],
  'too-many-tries': ['Too many tries. Wait 15 minutes.'],
  'no-way': [
    'Your firm asks for a second step that you do not have yet. Sign out and sign in again to add it.',
  ],
}
