'use server'

import { redirect } from 'next/navigation'
import { addPasskeySentences } from '@/app/(signed-out)/sign-in/passkey/sentences'
import { type FormState, parseForm, refused } from '@/lib/form'
import { addPasskey } from '@/lib/passkeys/add-passkey'
import { askToAddPasskey } from '@/lib/passkeys/ask-to-add-passkey'
import { addPasskeyForm } from '@/lib/passkeys/schema'
import type { AddingOptions } from '@/lib/passkeys/webauthn'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { requireBinder } from '../require-binder'

/** What the browser is to make a passkey from. */
export async function askToAddPasskeyAction(): Promise<{ options: AddingOptions } | { message: string }> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')

  const asked = await askToAddPasskey(await requireBinder(actor, '/account/security/passkey'))
  return asked.ok ? { options: asked.value } : { message: addPasskeySentences[asked.reason] }
}

export async function addPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, addPasskeyForm)
  if (!input.ok) return input.state

  const binder = await requireBinder(actor, '/account/security/passkey')
  const added = await addPasskey(binder, input.value.name, input.value.answer)
  if (!added.ok) return refused(form, addPasskeySentences[added.reason])
  redirect('/account/security?done=passkey-added')
}
