'use server'

import type { SecurityFlash } from '@/app/(portal)/account/security/sentences'
import { once } from '@/app/once'
import { addPasskeySentences } from '@/app/second-factor/sentences'
import { sayWhen } from '@/components/relative-time'
import { type FormState, parseForm, refused } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { returnTarget } from '@/lib/session/return-target'
import { addPasskey } from '@/lib/sign-in-methods/passkeys/add-passkey'
import { addPasskeyForm } from '@/lib/sign-in-methods/passkeys/schema'
import { startPasskeyRegistration } from '@/lib/sign-in-methods/passkeys/start-registration'
import type { AddingOptions } from '@/lib/sign-in-methods/passkeys/webauthn'
import { requireFreshActor } from '../require-fresh-actor'

/** What the browser is to make a passkey from. */
export async function startPasskeyRegistrationAction(): Promise<
  { options: AddingOptions } | { message: string }
> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')

  const asked = await startPasskeyRegistration(await requireFreshActor(actor, '/account/security/passkey'))
  return asked.ok
    ? { options: asked.value }
    : { message: sayWhen(addPasskeySentences[asked.reason], asked.opensAt) }
}

export async function addPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, addPasskeyForm)
  if (!input.ok) return input.state

  const freshActor = await requireFreshActor(actor, '/account/security/passkey')
  const added = await once(form, freshActor, () =>
    addPasskey(freshActor, input.value.name, input.value.answer),
  )
  if ('state' in added) return added.state
  if (!added.ok) return refused(form, addPasskeySentences[added.reason])
  return redirectWithFlash<SecurityFlash>(
    returnTarget(input.value.next, '/account/security'),
    'passkey-added',
  )
}
