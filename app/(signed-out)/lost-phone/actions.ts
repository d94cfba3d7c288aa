'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { once } from '@/app/once'
import { sayWhen } from '@/components/relative-time'
import { askCase, askCaseAgain } from '@/lib/cases/person/ask-case'
import { getOwnRequest } from '@/lib/cases/person/get-own-request'
import { openCase } from '@/lib/cases/person/open-case'
import { resendPageLink } from '@/lib/cases/person/resend-page-link'
import { askForm, codeForm } from '@/lib/cases/schema'
import { parseForm, refused, saved } from '@/lib/form'
import { resendEnrollmentLink } from '@/lib/phone-enrollment/resend-enrollment-link'
import { oneTimePassForm } from '@/lib/phone-enrollment/schema'
import { useOneTimePass as redeemOneTimePass } from '@/lib/phone-enrollment/use-one-time-pass'
import { redirectWithFlash } from '@/lib/session/flash'
import { getVisitor } from '@/lib/session/get-visitor'
import { requirePendingSignIn } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import type { AidedState } from '../help-link'
import { correctNumber, type NumberFormState, numberRefused } from '../sign-in/number-form-state'
import type { CasePageFlash } from './case/[link]/sentences'
import {
  askSentences,
  enrollmentLinkSentences,
  oneTimePassSentences,
  openSentence,
  pageLinkSentences,
} from './sentences'

export async function askCaseAction(_: NumberFormState, form: FormData): Promise<NumberFormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const input = parseForm(form, askForm)
  if (!input.ok) return input.state
  const corrected = correctNumber(form, input.value, pending.defaultCountry)
  if (corrected) return corrected

  const { address } = await getVisitor()
  const asked = await once(form, pending, () => askCase(pending, input.value, address))
  if ('state' in asked) return asked.state
  if (asked.ok) redirect('/lost-phone/code')
  if (asked.reason === 'number-unreadable' || asked.reason === 'number-doubtful')
    return numberRefused(form, input.value.newNumber, asked)
  if (asked.reason === 'ended') redirect('/sign-in?ended=1')
  if (asked.reason === 'already-open' || asked.reason === 'being-enrolled') redirect('/lost-phone')
  const { message, field, help } = askSentences[asked.reason]
  return { ...refused(form, sayWhen(message, asked.opensAt), field), help }
}

export async function sendNewCodeAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const { address } = await getVisitor()
  const asked = await askCaseAgain(pending, address)
  revalidatePath('/lost-phone/code')
  if (asked.ok) return saved('New code sent. The last one no longer works.')
  if (asked.reason === 'too-soon' || asked.reason === 'too-many')
    return { ...refused(form, sayWhen(askSentences[asked.reason].message, asked.opensAt)), help: 'limits' }
  redirect('/lost-phone')
}

export async function openCaseAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const input = parseForm(form, codeForm)
  if (!input.ok) return input.state

  const { address } = await getVisitor()
  const opened = await openCase(pending, input.value.code, address)
  if (opened.ok)
    return redirectWithFlash<CasePageFlash>(`/lost-phone/case/${opened.value.pageSecret}`, 'opened')
  if (opened.reason === 'ended') redirect('/sign-in?ended=1')
  if (opened.reason === 'already-open' || opened.reason === 'no-draft') redirect('/lost-phone')
  const { draft } = await getOwnRequest(pending)
  return { ...refused(form, openSentence(draft?.triesLeft ?? 0), 'code'), help: 'code' }
}

export async function useOneTimePassAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const input = parseForm(form, oneTimePassForm)
  if (!input.ok) return input.state

  const used = await once(form, pending, () => redeemOneTimePass(pending, input.value.oneTimePass))
  if ('state' in used) return used.state
  if (used.ok) redirect('/new-phone')
  return refused(form, sayWhen(oneTimePassSentences[used.reason], used.opensAt), 'oneTimePass')
}

export async function mailPageLinkAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const sent = await once(form, pending, () => resendPageLink(pending))
  if ('state' in sent) return sent.state
  if (sent.ok) return saved(`We've emailed the link to ${pending.email}.`)
  return refused(form, sayWhen(pageLinkSentences[sent.reason], sent.opensAt))
}

export async function mailEnrollmentLinkAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const sent = await once(form, pending, () => resendEnrollmentLink(pending))
  if ('state' in sent) return sent.state
  if (sent.ok) return saved(`We've emailed a new link to ${pending.email}. The last one no longer works.`)
  return refused(form, sayWhen(enrollmentLinkSentences[sent.reason], sent.opensAt))
}
