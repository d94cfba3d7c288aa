'use server'

import { redirect } from 'next/navigation'
import { alonePasskeySentences, finishSentences, ownPasskeySentences } from '@/app/second-factor/sentences'
import { sayWhen } from '@/components/relative-time'
import { type FormState, parseForm, refused } from '@/lib/form'
import { ensureBrowserId, pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { getVisitor } from '@/lib/session/get-visitor'
import { requirePendingSignIn } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { seenFrom } from '@/lib/session/pending-sign-ins'
import { returnTarget } from '@/lib/session/return-target'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { startWithPasskey } from '@/lib/sign-in/start-with-passkey'
import { checkPasskey } from '@/lib/sign-in-methods/passkeys/check-passkey'
import { signInWithPasskeyForm, usePasskeyForm } from '@/lib/sign-in-methods/passkeys/schema'
import { startDiscoverableSignIn } from '@/lib/sign-in-methods/passkeys/start-discoverable-sign-in'
import { startOwnPasskey } from '@/lib/sign-in-methods/passkeys/start-own-passkey'
import type { UsingOptions } from '@/lib/sign-in-methods/passkeys/webauthn'
import { completeSignIn } from '../second-step/complete-sign-in'

type Asked = { options: UsingOptions } | { message: string }

/** What the browser needs to look for any passkey of the portal, from the sign-in page. */
export async function startDiscoverableSignInAction(): Promise<Asked> {
  await requireOwnOrigin()
  const { address } = await getVisitor()
  const asked = await startDiscoverableSignIn({ address, browserId: await ensureBrowserId() })
  return asked.ok
    ? { options: asked.value }
    : { message: sayWhen(alonePasskeySentences[asked.reason], asked.opensAt) }
}

export async function signInWithPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const input = parseForm(form, signInWithPasskeyForm)
  if (!input.ok) return refused(form, alonePasskeySentences.refused)

  const [browserId, sessionId] = [await ensureBrowserId(), await sessionCookie.read()]
  const visitor = { ...(await getVisitor()), browserId, sessionId }
  const started = await startWithPasskey(input.value.answer, visitor, input.value.next)
  if (!started.ok) return refused(form, alonePasskeySentences[started.reason])

  const { pendingId, proof } = started.value
  const finished = await finishSignIn({ pendingId, ...seenFrom(visitor) }, proof)
  if (!finished.ok) return refused(form, alonePasskeySentences.refused)
  await pendingCookie.clear()
  await sessionCookie.set(finished.value.sessionSecret)
  redirect(returnTarget(finished.value.returnTo))
}

/** What the browser needs to use one of the person's passkeys as the second step. */
export async function startOwnPasskeyAction(): Promise<Asked> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const asked = await startOwnPasskey(pending)
  return asked.ok
    ? { options: asked.value }
    : { message: sayWhen(ownPasskeySentences[asked.reason], asked.opensAt) }
}

export async function finishWithPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const input = parseForm(form, usePasskeyForm)
  if (!input.ok) return refused(form, ownPasskeySentences.wrong)

  const checked = await checkPasskey(pending, input.value.answer)
  if (!checked.ok) {
    if (checked.reason === 'ended') redirect('/sign-in?ended=1')
    return refused(form, sayWhen(ownPasskeySentences[checked.reason], checked.opensAt))
  }

  return refused(form, finishSentences[await completeSignIn(pending, checked.value, false)])
}
