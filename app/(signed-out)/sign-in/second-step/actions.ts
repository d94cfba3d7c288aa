'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { type FormState, parseForm, refused, saved } from '@/lib/form'
import { checkToken } from '@/lib/second-factor/check-token'
import { openPush } from '@/lib/second-factor/open-push'
import { ringPhone } from '@/lib/second-factor/ring-phone'
import { tokenForm, typedCodeForm } from '@/lib/second-factor/schema'
import { sendToken } from '@/lib/second-factor/send-token'
import { tryTypedCode } from '@/lib/second-factor/try-typed-code'
import { pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { getVisitor } from '@/lib/session/get-visitor'
import { requirePendingSignIn } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { returnTarget } from '@/lib/session/return-target'
import { abandonSignIn } from '@/lib/sign-in/abandon-sign-in'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import type { Proof } from '@/lib/ways/proof'
import {
  checkSentence,
  codeSentences,
  finishSentences,
  pushSentences,
  sendSentences,
  sentSentences,
} from './sentences'

export async function checkTokenAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const input = parseForm(form, tokenForm)
  if (!input.ok) return input.state

  const checked = await checkToken(pending, input.value.token)
  if (!checked.ok) return refused(form, checkSentence(checked.reason, pending), 'token')
  return finish(pending, checked.value, form, 'token')
}

export async function sendTokenAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const { address } = await getVisitor()

  const sent = await sendToken(pending, address)
  // The clock for the next text stands on the page.
  revalidatePath('/sign-in/second-step')
  if (!sent.ok) return refused(form, sendSentences[sent.reason])
  return saved(sentSentences[sent.value])
}

export async function sendPushAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()

  const opened = await openPush(pending)
  if (!opened.ok) return refused(form, pushSentences[opened.reason])
  after(() => ringPhone(opened.value))
  redirect('/sign-in/second-step')
}

/** After the approval on the phone; with the code that the phone shows, where the firm wants it typed. */
export async function finishPushAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const input = parseForm(form, typedCodeForm)
  if (!input.ok) return input.state

  const { code } = input.value
  if (!code) return finish(pending, { kind: 'push', typedCodeHash: null }, form, 'code')
  const tried = await tryTypedCode(pending.pendingId, code)
  if (!tried.ok) return refused(form, codeSentences[tried.reason], 'code')
  return finish(pending, { kind: 'push', typedCodeHash: tried.value }, form, 'code')
}

export async function startAgainAction(): Promise<void> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  await abandonSignIn(pending)
  await pendingCookie.clear()
  redirect('/sign-in')
}

async function finish(
  pending: PendingSignIn,
  proof: Proof,
  form: FormData,
  field: string,
): Promise<FormState> {
  const finished = await finishSignIn(pending.pendingId, proof)
  if (!finished.ok) {
    if (finished.reason === 'ended') redirect('/sign-in?ended=1')
    if (finished.reason === 'stronger-needed') redirect('/sign-in/add-way')
    return refused(form, finishSentences[finished.reason], field)
  }

  await pendingCookie.clear()
  await sessionCookie.set(finished.value.sessionSecret)
  redirect(returnTarget(finished.value.returnTo))
}
