'use server'

import { redirect } from 'next/navigation'
import { enrollmentLinkSentences } from '@/app/(signed-out)/lost-phone/sentences'
import { answerQuestion } from '@/lib/cases/person/answer-question'
import { answerForm, linkForm } from '@/lib/cases/schema'
import { withdrawCase } from '@/lib/cases/withdraw-case'
import { parseForm, refused, saved } from '@/lib/form'
import { resendEnrollmentLinkFromPage } from '@/lib/phone-enrollment/resend-enrollment-link'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireOwnOrigin } from '@/lib/session/origin'
import type { AidedState } from '../../../help-link'

/** The secret of the page is the guard of all three: the verbs check it. */
export async function answerQuestionAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const input = parseForm(form, answerForm)
  if (!input.ok) return input.state

  const { place, browser } = await getVisitor()
  const answered = await answerQuestion(input.value, { place, browser })
  if (answered.ok) redirect(`/lost-phone/case/${input.value.link}?done=answered`)
  return refused(
    form,
    'Nobody waits for this answer any more. Reload the page to see where the request stands.',
  )
}

export async function withdrawCaseAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const input = parseForm(form, linkForm)
  if (!input.ok) return input.state

  const { place, browser } = await getVisitor()
  const withdrawn = await withdrawCase(input.value.link, { place, browser })
  if (withdrawn.ok) redirect(`/lost-phone/case/${input.value.link}?done=withdrawn`)
  return refused(form, 'It is too late for that. Reload the page to see where the request stands.')
}

export async function mailEnrollmentLinkFromPageAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const input = parseForm(form, linkForm)
  if (!input.ok) return input.state

  const sent = await resendEnrollmentLinkFromPage(input.value.link)
  if (sent.ok)
    return saved('A new link is on its way to your e-mail address. The one before no longer works.')
  return refused(form, sent.reason === 'not-found' ? notFound : enrollmentLinkSentences[sent.reason])
}

const notFound = 'This link does not open a request any more. Reload the page.'
