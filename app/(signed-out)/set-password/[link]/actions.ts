'use server'

import type { SignInFlash } from '@/app/(signed-out)/sign-in/flashes'
import { once } from '@/app/once'
import { sayWhen } from '@/components/relative-time'
import { type FormState, parseForm, refused } from '@/lib/form'
import { passwordSentences } from '@/lib/passwords/rules'
import { setPasswordForm } from '@/lib/passwords/schema'
import { setPassword } from '@/lib/passwords/set-password'
import { ensureBrowserId } from '@/lib/session/cookie'
import { redirectWithFlash } from '@/lib/session/flash'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireOwnOrigin } from '@/lib/session/origin'

/** The secret of the mailed link is the guard: `setPassword` checks it. */
export async function setPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const input = parseForm(form, setPasswordForm)
  if (!input.ok) return input.state

  const visitor = { ...(await getVisitor()), browserId: await ensureBrowserId() }
  const set = await once(form, null, () => setPassword(input.value.link, input.value.newPassword, visitor))
  if ('state' in set) return set.state
  if (set.ok) return redirectWithFlash<SignInFlash>('/sign-in', 'password-saved')
  if (set.reason === 'link-ended')
    return refused(form, 'This link has just expired. Request a new one below.')
  return refused(form, sayWhen(passwordSentences[set.reason], set.opensAt), 'newPassword')
}
