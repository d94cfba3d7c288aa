'use server'

import { redirect } from 'next/navigation'
import { once } from '@/app/once'
import { confirmEmail } from '@/lib/account/confirm-email'
import { confirmEmailForm } from '@/lib/account/schema'
import { type FormState, parseForm, refused } from '@/lib/form'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'

export async function confirmEmailAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, confirmEmailForm)
  if (!input.ok) return input.state

  const confirmed = await once(form, actor, () => confirmEmail(actor, input.value.link))
  if ('state' in confirmed) return confirmed.state
  if (confirmed.ok) redirect('/account/security?done=email-changed')
  return refused(form, confirmed.reason === 'link-ended' ? ended : taken)
}

const ended = 'This link no longer works. Ask an admin at your firm for a new one.'
const taken = "This address can't be used. Ask an admin at your firm."
