'use server'

import { redirect } from 'next/navigation'
import { once } from '@/app/once'
import { addPasskeySentences } from '@/app/second-factor/sentences'
import { sayWhen } from '@/components/relative-time'
import { type FormState, parseForm, refused } from '@/lib/form'
import { requirePendingSignIn } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { addPasskey } from '@/lib/sign-in-methods/passkeys/add-passkey'
import { addPasskeyForm } from '@/lib/sign-in-methods/passkeys/schema'
import { startPasskeyRegistration } from '@/lib/sign-in-methods/passkeys/start-registration'
import type { AddingOptions } from '@/lib/sign-in-methods/passkeys/webauthn'
import { generateRecoveryCodes } from '@/lib/sign-in-methods/recovery-codes/make-recovery-codes'
import { busyMakingCodes, type GenerateCodesState } from '@/lib/sign-in-methods/recovery-codes/rules'
import { confirmApp } from '@/lib/sign-in-methods/totp/confirm-app'
import { confirmAppRefused, type StartAppState, tooManyApps } from '@/lib/sign-in-methods/totp/rules'
import { confirmAppForm, startAppForm } from '@/lib/sign-in-methods/totp/schema'
import { showApp } from '@/lib/sign-in-methods/totp/show-app'
import { startApp } from '@/lib/sign-in-methods/totp/start-app'
import { requireProofBelowMinimum } from './require-proof-below-minimum'

export async function startAppInSignInAction(_: StartAppState, form: FormData): Promise<StartAppState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const input = parseForm(form, startAppForm)
  if (!input.ok) return input.state

  const { name } = input.value
  const started = await startApp(requireProofBelowMinimum(pending), name)
  if (!started.ok) return refused(form, tooManyApps)
  return { errors: {}, values: {}, app: showApp(name, started.value) }
}

export async function confirmAppInSignInAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const input = parseForm(form, confirmAppForm)
  if (!input.ok) return input.state

  const { appId, token } = input.value
  const proven = requireProofBelowMinimum(pending)
  const confirmed = await once(form, pending, () => confirmApp(proven, appId, token))
  if ('state' in confirmed) return confirmed.state
  if (!confirmed.ok) return confirmAppRefused(confirmed, { appId, token })
  redirect('/sign-in/add-method?added=1')
}

type Asked = { options: AddingOptions } | { message: string }

export async function startPasskeyRegistrationInSignInAction(): Promise<Asked> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn()
  const asked = await startPasskeyRegistration(requireProofBelowMinimum(pending))
  return asked.ok
    ? { options: asked.value }
    : { message: sayWhen(addPasskeySentences[asked.reason], asked.opensAt) }
}

export async function addPasskeyInSignInAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)
  const input = parseForm(form, addPasskeyForm)
  if (!input.ok) return input.state

  const { name, answer } = input.value
  const proven = requireProofBelowMinimum(pending)
  const added = await once(form, pending, () => addPasskey(proven, name, answer))
  if ('state' in added) return added.state
  if (!added.ok) return refused(form, addPasskeySentences[added.reason])
  redirect('/sign-in/add-method?added=1')
}

export async function generateCodesInSignInAction(
  _: GenerateCodesState,
  form: FormData,
): Promise<GenerateCodesState> {
  await requireOwnOrigin()
  const pending = await requirePendingSignIn(form)

  const made = await generateRecoveryCodes(requireProofBelowMinimum(pending))
  if (!made.ok) return refused(form, busyMakingCodes)
  return { errors: {}, values: {}, codes: made.value }
}
