'use server'

import { redirect } from 'next/navigation'
import { confirmAuthenticator } from '@/lib/authenticators/confirm-authenticator'
import { confirmAppRefused, type StartAppState, tooManyApps } from '@/lib/authenticators/rules'
import { confirmAppForm, startAppForm } from '@/lib/authenticators/schema'
import { showApp } from '@/lib/authenticators/show-app'
import { startAuthenticator } from '@/lib/authenticators/start-authenticator'
import { type FormState, parseForm, refused } from '@/lib/form'
import { addPasskey } from '@/lib/passkeys/add-passkey'
import { askToAddPasskey } from '@/lib/passkeys/ask-to-add-passkey'
import { addPasskeyForm } from '@/lib/passkeys/schema'
import type { AddingOptions } from '@/lib/passkeys/webauthn'
import { makeRecoveryCodes } from '@/lib/recovery-codes/make-recovery-codes'
import { busyMakingCodes, type MakeCodesState } from '@/lib/recovery-codes/rules'
import { requirePendingSignIn } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { addPasskeySentences } from '../passkey/sentences'
import { requireLesserProof } from './require-lesser-proof'

export async function startAppInSignInAction(_: StartAppState, form: FormData): Promise<StartAppState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const input = parseForm(form, startAppForm)
  if (!input.ok) return input.state

  const { name } = input.value
  const started = await startAuthenticator(requireLesserProof(pending), name)
  if (!started.ok) return refused(form, tooManyApps)
  return { errors: {}, values: {}, app: showApp(name, started.value) }
}

export async function confirmAppInSignInAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const input = parseForm(form, confirmAppForm)
  if (!input.ok) return input.state

  const { authenticatorId, token } = input.value
  const confirmed = await confirmAuthenticator(requireLesserProof(pending), authenticatorId, token)
  if (!confirmed.ok) return confirmAppRefused(confirmed.reason, authenticatorId)
  redirect('/sign-in/add-way')
}

type Asked = { options: AddingOptions } | { message: string }

export async function askToAddPasskeyInSignInAction(): Promise<Asked> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const asked = await askToAddPasskey(requireLesserProof(pending))
  return asked.ok ? { options: asked.value } : { message: addPasskeySentences[asked.reason] }
}

export async function addPasskeyInSignInAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const input = parseForm(form, addPasskeyForm)
  if (!input.ok) return input.state

  const { name, answer } = input.value
  const added = await addPasskey(requireLesserProof(pending), name, answer)
  if (!added.ok) return refused(form, addPasskeySentences[added.reason])
  redirect('/sign-in/add-way')
}

export async function makeCodesInSignInAction(_: MakeCodesState, form: FormData): Promise<MakeCodesState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()

  const made = await makeRecoveryCodes(requireLesserProof(pending))
  if (!made.ok) return refused(form, busyMakingCodes)
  return { errors: {}, values: {}, codes: made.value }
}
