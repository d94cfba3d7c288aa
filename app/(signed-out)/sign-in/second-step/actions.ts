'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import {
  checkSentence,
  codeSentences,
  finishSentences,
  pushSentences,
  sendSentences,
  sentSentences,
} from '@/app/second-factor/sentences'
import { sayWhen } from '@/components/relative-time'
import { type FormState, parseForm, refused, saved } from '@/lib/form'
import { pendingCookie } from '@/lib/session/cookie'
import { getVisitor } from '@/lib/session/get-visitor'
import { requirePendingSignIn } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { abandonSignIn } from '@/lib/sign-in/abandon-sign-in'
import { getOffer } from '@/lib/sign-in/second-step'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'
import { settleThenReadPush } from '@/lib/sign-in-methods/push/settle-then-read-push'
import { tryTypedCode } from '@/lib/sign-in-methods/push/try-typed-code'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { secondStepForm, typedCodeForm } from '@/lib/sign-in-methods/tokens/schema'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { completeSignIn } from './complete-sign-in'

export async function checkTokenAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const input = parseForm(form, secondStepForm)
  if (!input.ok) return input.state

  const { token, trust } = input.value
  const checked = await checkToken(pending, token)
  if (!checked.ok) {
    const offer = await getOffer(pending)
    return refused(form, checkSentence(checked, pending, offer?.methods), 'token')
  }
  const refusal = await completeSignIn(pending, checked.value, trust === 'on')
  return refused(form, finishSentences[refusal], 'token')
}

export async function sendTokenAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const { address } = await getVisitor()

  const sent = await sendToken(pending, address)
  // The countdown to the next text is on the page.
  revalidatePath('/sign-in/second-step')
  if (!sent.ok) return refused(form, sayWhen(sendSentences[sent.reason], sent.opensAt))
  return saved(sentSentences[sent.value])
}

export async function sendPushAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)

  const opened = await createPush(pending)
  if (!opened.ok) {
    // The page says when the next one can be sent.
    if (opened.reason === 'too-many-pushes') redirect('/sign-in/second-step')
    return refused(form, pushSentences[opened.reason])
  }
  after(() => sendPush(opened.value))
  redirect('/sign-in/second-step')
}

/** After the approval on the phone; with the code that the phone shows, where the firm wants it typed. */
export async function finishPushAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const input = parseForm(form, typedCodeForm)
  if (!input.ok) return input.state

  const { code, trust } = input.value
  if (code) await settleThenReadPush(pending.pendingId)
  const tried = code ? await tryTypedCode(pending.pendingId, code) : null
  if (tried && !tried.ok) return refused(form, codeSentences[tried.reason], 'code')
  const proof = { kind: 'push', typedCodeHash: tried?.value ?? null } as const
  const refusal = await completeSignIn(pending, proof, trust === 'on')
  return refused(form, finishSentences[refusal], 'code')
}

export async function startAgainAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  await abandonSignIn(pending)
  await pendingCookie.clear()
  redirect('/sign-in')
}
