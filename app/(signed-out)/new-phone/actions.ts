'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { SecondStepFlash } from '@/app/(signed-out)/sign-in/flashes'
import { once } from '@/app/once'
import { phoneTokenSentence, sentSentences } from '@/app/second-factor/sentences'
import { sayWhen } from '@/components/relative-time'
import { parseForm, refused, saved } from '@/lib/form'
import { chooseNumber } from '@/lib/phone-enrollment/choose-number'
import { proveNumber, sendEnrollmentToken } from '@/lib/phone-enrollment/prove-number'
import { newNumberForm } from '@/lib/phone-enrollment/schema'
import { redirectWithFlash } from '@/lib/session/flash'
import { getVisitor } from '@/lib/session/get-visitor'
import { requirePendingSignIn } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { tokenForm } from '@/lib/sign-in-methods/tokens/schema'
import type { AidedState } from '../help-link'
import { correctNumber, type NumberFormState, numberRefused } from '../sign-in/number-form-state'
import { completeSignIn } from '../sign-in/second-step/complete-sign-in'
import { sendFirstPush } from '../sign-in/second-step/send-first-push'
import { chooseSentences, sendSentences } from './sentences'

export async function chooseNumberAction(_: NumberFormState, form: FormData): Promise<NumberFormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const input = parseForm(form, newNumberForm)
  if (!input.ok) return input.state
  const corrected = correctNumber(form, input.value, pending.defaultCountry)
  if (corrected) return corrected

  const { newNumber, sureNumber } = input.value
  const chosen = await once(form, pending, () => chooseNumber(pending, newNumber, sureNumber))
  if ('state' in chosen) return chosen.state
  if (chosen.ok) redirect('/new-phone')
  if (chosen.reason === 'number-unreadable' || chosen.reason === 'number-doubtful')
    return numberRefused(form, input.value.newNumber, chosen)
  // Without an enrollment the page redirects to where a new one starts.
  if (chosen.reason === 'ended') redirect('/new-phone')
  return {
    ...refused(form, sayWhen(chooseSentences[chosen.reason], chosen.opensAt), 'newNumber'),
    help: 'new-phone',
  }
}

export async function sendEnrollmentTokenAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const { address } = await getVisitor()

  const sent = await sendEnrollmentToken(pending, address)
  // The countdown to the next text is on the page.
  revalidatePath('/new-phone')
  if (!sent.ok) return refused(form, sayWhen(sendSentences[sent.reason], sent.opensAt))
  return saved(sentSentences[sent.value])
}

export async function proveNumberAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const input = parseForm(form, tokenForm)
  if (!input.ok) return input.state

  const proven = await once(form, pending, () => proveNumber(pending, input.value.token))
  if ('state' in proven) return proven.state
  if (!proven.ok) {
    if (proven.reason === 'ended') redirect('/new-phone')
    return refused(form, phoneTokenSentence(proven.reason, pending.triesLeft - 1, proven.opensAt), 'token')
  }
  // Goes on only where the firm does not let this token complete a sign-in.
  await completeSignIn(pending, proven.value, false)
  await sendFirstPush(pending.pendingId)
  return redirectWithFlash<SecondStepFlash>('/sign-in/second-step', 'phone-ready')
}
