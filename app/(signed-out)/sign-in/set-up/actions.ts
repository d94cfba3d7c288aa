'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { parseForm, refused, saved } from '@/lib/form'
import { tokenForm } from '@/lib/second-factor/schema'
import { getVisitor } from '@/lib/session/get-visitor'
import { requirePendingSignIn } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { chooseNumber } from '@/lib/set-up/choose-number'
import { proveNumber, sendSetUpToken } from '@/lib/set-up/prove-number'
import { newNumberForm } from '@/lib/set-up/schema'
import type { AidedState } from '../../help-link'
import { correctNumber, type NumberFormState, numberRefused } from '../number-form-state'
import { ringAtOnce } from '../second-step/ring-at-once'
import { chooseSentences, proveSentence, sendSetUpSentences, sentSetUpSentences } from './sentences'

export async function chooseNumberAction(_: NumberFormState, form: FormData): Promise<NumberFormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const input = parseForm(form, newNumberForm)
  if (!input.ok) return input.state
  const corrected = correctNumber(form, input.value, pending.defaultCountry)
  if (corrected) return corrected

  const chosen = await chooseNumber(pending, input.value.newNumber)
  if (chosen.ok) redirect('/sign-in/set-up')
  if (chosen.reason === 'number-unreadable') return numberRefused(form, input.value.newNumber, chosen.why)
  // The page finds no set-up any more and leads to where a new one begins.
  if (chosen.reason === 'ended') redirect('/sign-in/set-up')
  return { ...refused(form, chooseSentences[chosen.reason], 'newNumber'), help: 'set-up' }
}

export async function sendSetUpTokenAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const { address } = await getVisitor()

  const sent = await sendSetUpToken(pending, address)
  // The clock for the next text stands on the page.
  revalidatePath('/sign-in/set-up')
  if (!sent.ok) return refused(form, sendSetUpSentences[sent.reason])
  return saved(sentSetUpSentences[sent.value])
}

export async function proveNumberAction(_: AidedState, form: FormData): Promise<AidedState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const input = parseForm(form, tokenForm)
  if (!input.ok) return input.state

  const proven = await proveNumber(pending, input.value.token)
  if (!proven.ok) {
    if (proven.reason === 'ended') redirect('/sign-in/set-up')
    return refused(form, proveSentence(proven.reason, pending.triesLeft - 1), 'token')
  }
  await ringAtOnce(pending.pendingId)
  redirect('/sign-in/second-step?ready=1')
}
