'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import type { AidedState } from '@/app/(signed-out)/help-link'
import { parseForm, refused } from '@/lib/form'
import { startEnrollmentForm } from '@/lib/phone-enrollment/schema'
import { startEnrollment } from '@/lib/phone-enrollment/start-enrollment'
import { ensureBrowserId, pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireOwnOrigin } from '@/lib/session/origin'
import { startSentences } from '../sentences'

/** The secret of the mailed link and the password are the guard: `startEnrollment` checks both. It signs nobody in. */
export async function startEnrollmentAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const input = parseForm(form, startEnrollmentForm)
  if (!input.ok) return input.state

  const [browserId, sessionId] = [await ensureBrowserId(), await sessionCookie.read()]
  const visitor = { ...(await getVisitor()), browserId, sessionId }
  const started = await startEnrollment(input.value, visitor, after)
  if (!started.ok) {
    return refused(form, startSentences[started.reason], started.reason === 'wrong' ? 'password' : undefined)
  }
  await pendingCookie.set(started.value.pendingSecret)
  redirect('/new-phone')
}
