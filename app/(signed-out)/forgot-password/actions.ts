'use server'

import { type FormState, parseForm, saved } from '@/lib/form'
import { askReset } from '@/lib/passwords/ask-reset'
import { askResetForm } from '@/lib/passwords/schema'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireOwnOrigin } from '@/lib/session/origin'

export async function askResetAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const input = parseForm(form, askResetForm)
  if (!input.ok) return input.state

  await askReset(input.value.email, await getVisitor())
  return saved("If that address has an account, we've emailed a link. It's valid for 1 hour.")
}
