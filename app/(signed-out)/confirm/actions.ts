'use server'

import { redirect } from 'next/navigation'
import { type FormState, parseForm, refused } from '@/lib/form'
import { ensureBrowserId, pendingCookie } from '@/lib/session/cookie'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireSession } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { storedId } from '@/lib/session/secret-id'
import { confirmForm } from '@/lib/sign-in/schema'
import { type ConfirmRefusal, startConfirm } from '@/lib/sign-in/start-confirm'
import { ringAtOnce } from '../sign-in/second-step/ring-at-once'

export async function confirmAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const session = await requireSession()
  const input = parseForm(form, confirmForm)
  if (!input.ok) return input.state

  const visitor = { ...(await getVisitor()), browserId: await ensureBrowserId() }
  const started = await startConfirm(session, input.value, visitor)
  if (!started.ok) return refused(form, ...sentences[started.reason])

  await pendingCookie.set(started.value)
  await ringAtOnce(storedId(started.value))
  redirect('/sign-in/second-step')
}

const sentences: Record<ConfirmRefusal, [message: string, field?: string]> = {
  'wrong-password': ['That is not your password.', 'password'],
  busy: ['Many people are signing in right now. Wait ten seconds and try again.'],
  'too-many-tries': ['Too many tries. Wait 15 minutes.'],
  'no-number': ['There is no mobile number on file for you. Add yours in Admin, Manage Employees first.'],
}
