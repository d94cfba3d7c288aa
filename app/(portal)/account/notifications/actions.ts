'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { sayNotMeSignedIn } from '@/lib/account/not-me'
import { parseForm } from '@/lib/form'
import { notMeSecret } from '@/lib/mail-links/not-me-link'
import { markRead } from '@/lib/notifications/notify'
import { markReadForm, ownNotificationForm } from '@/lib/notifications/schema'
import { pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'

export async function markReadAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, markReadForm)

  if (input.ok) await markRead(actor, input.value)
  revalidatePath('/', 'layout')
  // The page itself says with `since` what it shows, and stays.
  if (!form.has('since')) redirect('/account/notifications')
}

/** Ends on the page that the link in the mail opens, since the person is signed out. */
export async function sayNotMeSignedInAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('account.manage')
  const input = parseForm(form, ownNotificationForm)
  if (!input.ok) redirect('/account/notifications')

  const said = await sayNotMeSignedIn(actor, input.value.notificationId)
  if (!said.ok) redirect('/account/notifications')
  await sessionCookie.clear()
  await pendingCookie.clear()
  redirect(`/not-me/${notMeSecret(input.value.notificationId)}`)
}
