'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { once } from '@/app/once'
import { phoneTokenSentence, sentSentences } from '@/app/second-factor/sentences'
import { sayWhen } from '@/components/relative-time'
import { type FormState, parseForm, refused, saved } from '@/lib/form'
import { confirmNumber } from '@/lib/phone-enrollment/confirm-number'
import { confirmNumberForm, startEnrollmentForm } from '@/lib/phone-enrollment/schema'
import { startNumberProof } from '@/lib/phone-enrollment/start-number-proof'
import { ensureBrowserId, pendingCookie } from '@/lib/session/cookie'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireOwnOrigin } from '@/lib/session/origin'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { requireNumberProof } from './require-number-proof'
import { sendSentences, startSentences } from './sentences'

/** The secret of the mailed link and the password are the guard: `startNumberProof` checks both. It signs nobody in. */
export async function startNumberProofAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const input = parseForm(form, startEnrollmentForm)
  if (!input.ok) return input.state

  const visitor = { ...(await getVisitor()), browserId: await ensureBrowserId() }
  const started = await startNumberProof(input.value, visitor, after)
  if (!started.ok) {
    return refused(form, startSentences[started.reason], started.reason === 'wrong' ? 'password' : undefined)
  }
  await pendingCookie.set(started.value.pendingSecret)
  redirect(`/confirm-number/${encodeURIComponent(input.value.link)}`)
}

export async function textNumberTokenAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const proof = await requireNumberProof()
  const { address } = await getVisitor()

  const sent = await sendToken(proof, address)
  // The countdown to the next text is on the page.
  revalidatePath('/confirm-number/[link]', 'page')
  if (!sent.ok) return refused(form, sayWhen(sendSentences[sent.reason], sent.opensAt))
  return saved(sentSentences[sent.value])
}

export async function confirmNumberAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const proof = await requireNumberProof()
  const input = parseForm(form, confirmNumberForm)
  if (!input.ok) return input.state

  const confirmed = await once(form, proof, () => confirmNumber(proof, input.value.token))
  if ('state' in confirmed) return confirmed.state
  if (confirmed.ok || confirmed.reason === 'ended') redirect(`/confirm-number/${input.value.link}`)
  return refused(form, phoneTokenSentence(confirmed.reason, proof.triesLeft - 1, confirmed.opensAt), 'token')
}
