'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { db } from '@/lib/db'
import { type FormState, parseForm, refused, saved } from '@/lib/form'
import { type CheckRefusal, checkToken } from '@/lib/second-factor/check-token'
import { type OpenPushRefusal, openPush } from '@/lib/second-factor/open-push'
import type { Proof } from '@/lib/second-factor/proof'
import { ringPhone } from '@/lib/second-factor/ring-phone'
import { type SendRefusal, sendToken } from '@/lib/second-factor/send-token'
import { tryTypedCode } from '@/lib/second-factor/try-typed-code'
import { pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { requirePendingSignIn } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { returnTarget } from '@/lib/session/return-target'
import { getVisitor } from '@/lib/session/visitor'
import { type FinishRefusal, finishSignIn } from '@/lib/sign-in/finish-sign-in'

const tokenForm = z.strictObject({ token: z.string().max(100) })
const typedCodeForm = z.strictObject({ code: z.string().max(20).default('') })

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
  await db.pendingSignIn.deleteMany({ where: { id: pending.pendingId } })
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
    return refused(form, finishSentences[finished.reason], field)
  }

  await pendingCookie.clear()
  await sessionCookie.set(finished.value.sessionSecret)
  redirect(returnTarget(finished.value.returnTo))
}

function checkSentence(reason: CheckRefusal, pending: PendingSignIn): string {
  if (reason === 'wrong') {
    const left = pending.triesLeft - 1
    if (left <= 0) return checkSentences['no-tries-left']
    return `That token is not right, or it has expired. ${left} ${left === 1 ? 'try' : 'tries'} left.`
  }
  if (reason === 'locked' && pending.tokensLockedUntil) {
    const until = pending.tokensLockedUntil.toISOString().slice(11, 16)
    return `Too many wrong tokens. You can try again at ${until} UTC, or approve the request on your phone.`
  }
  return checkSentences[reason]
}

const checkSentences: Record<CheckRefusal, string> = {
  'not-a-token': 'A token has 6 to 8 digits. Type the digits from the text or from the Authy app.',
  'not-enrolled': 'Your phone is not ready for tokens yet. Press Text me a token, or ask your admin.',
  ended: 'Your sign-in took too long. Start again; your password was right.',
  disabled:
    'Tokens are switched off for your account after too many wrong ones. Approve the request on your phone, or ask your admin.',
  locked: 'Too many wrong tokens. Wait a moment, or approve the request on your phone.',
  'no-tries-left':
    'Too many tries with this token. Text yourself a new one, or approve the request on your phone.',
  wrong: 'That token is not right.',
  used: 'You have used that token already. Wait for the next one in the app, or text yourself a new one.',
  'vendor-busy':
    'Authy wants us to wait a minute before the next token. Approving the request on your phone works meanwhile.',
  'provider-down':
    'The token could not be checked: Authy does not answer. Wait a moment and try again, or approve the request on your phone.',
}

const sendSentences: Record<SendRefusal, string> = {
  'no-number': 'There is no mobile number on file for you. Ask your admin to add it.',
  'not-enrolled': 'Authy does not know your number yet. Ask your admin to look at it in Manage Employees.',
  'country-closed': 'Texts do not go to your country. Use the Authy app.',
  ended: 'Your sign-in took too long. Start again; your password was right.',
  'too-soon': 'A text is on its way. You can ask for the next one when the clock has run down.',
  'too-many-texts': 'That was the last text for now. Wait ten minutes, or use the Authy app.',
  'texts-spent': 'No more texts can be sent right now. Use the Authy app; we have been told.',
  'number-refused': 'Authy does not accept your number. Ask your admin to check it.',
  'provider-down':
    'We could not send a text: Authy does not answer. Try again in a moment, or use the Authy app.',
}

const sentSentences = {
  sent: 'Token sent. It works for 10 minutes, and it may be the same as the one before.',
  ignored: 'Authy sent no text, because you have its app. Open the Authy app and type the token it shows.',
  unclear: 'The text may be on its way. If it does not arrive within a minute, ask for another one.',
}

const pushSentences: Record<OpenPushRefusal, string> = {
  'too-many-pushes': 'We have sent three requests that nobody answered. Wait ten minutes, or type a token.',
  'not-enrolled': 'Requests cannot reach your phone yet. Type a token instead.',
}

const codeSentences = {
  'not-approved': 'Approve the request on your phone first, then type the code it shows.',
  'no-tries-left': 'Too many tries with this code. Start again, or type a token.',
}

const finishSentences: Record<Exclude<FinishRefusal, 'ended'>, string> = {
  'token-used': checkSentences.used,
  'not-approved':
    'That does not match an approved request. Approve it on your phone; if it shows a code, type exactly that code.',
  'second-step-required':
    'Your firm asks for a second step. Approve the request on your phone, or type a token.',
}
