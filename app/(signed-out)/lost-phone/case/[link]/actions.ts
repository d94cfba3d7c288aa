'use server'

import { redirect } from 'next/navigation'
import { enrollmentLinkSentences } from '@/app/(signed-out)/lost-phone/sentences'
import { once } from '@/app/once'
import { sayWhen } from '@/components/relative-time'
import { answerQuestion } from '@/lib/cases/person/answer-question'
import { answerForm, linkForm } from '@/lib/cases/schema'
import { withdrawCase } from '@/lib/cases/withdraw-case'
import { parseForm, refused, saved } from '@/lib/form'
import { resendEnrollmentLinkFromPage } from '@/lib/phone-enrollment/resend-enrollment-link'
import { redirectWithFlash } from '@/lib/session/flash'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireOwnOrigin } from '@/lib/session/origin'
import type { AidedState } from '../../../help-link'
import type { CasePageFlash } from './sentences'

/** All three are guarded by the secret of the page, which the verbs check. */
export async function answerQuestionAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const input = parseForm(form, answerForm)
  if (!input.ok) return input.state

  const { place, browser } = await getVisitor()
  const answered = await once(form, null, () => answerQuestion(input.value, { place, browser }))
  if ('state' in answered) return answered.state
  if (answered.ok) return redirectWithFlash<CasePageFlash>(`/lost-phone/case/${input.value.link}`, 'answered')
  return refused(form, 'Support no longer needs this answer. Reload the page to see the status.')
}

export async function withdrawCaseAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const input = parseForm(form, linkForm)
  if (!input.ok) return input.state

  const { place, browser } = await getVisitor()
  const withdrawn = await once(form, null, () => withdrawCase(input.value.link, { place, browser }))
  if ('state' in withdrawn) return withdrawn.state
  if (withdrawn.ok) redirect(`/lost-phone/case/${input.value.link}`)
  return refused(form, "It's too late to withdraw this request. Reload the page to see the status.")
}

export async function mailEnrollmentLinkFromPageAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const input = parseForm(form, linkForm)
  if (!input.ok) return input.state

  const sent = await once(form, null, () => resendEnrollmentLinkFromPage(input.value.link))
  if ('state' in sent) return sent.state
  if (sent.ok) return saved("We've emailed you a new link. The previous one no longer works.")
  return refused(
    form,
    sent.reason === 'not-found' ? notFound : sayWhen(enrollmentLinkSentences[sent.reason], sent.opensAt),
  )
}

const notFound = 'This link no longer works. Reload the page.'
