'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { onceThenLeave } from '@/app/once'
import { sayNotMe } from '@/lib/account/not-me'
import { parseForm } from '@/lib/form'
import { notMeForm } from '@/lib/notifications/schema'
import { redirectWithFlash } from '@/lib/session/flash'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireOwnOrigin } from '@/lib/session/origin'
import type { NotMeFlash } from './flashes'

/** The secret of the link is the guard: `sayNotMe` checks it. The page shows the result. */
export async function sayNotMeAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const input = parseForm(form, notMeForm)
  if (!input.ok) redirect('/sign-in')

  const visitor = await getVisitor()
  const said = await onceThenLeave(form, null, () => sayNotMe(input.value.link, visitor))
  const isLater = !said.ok && said.reason === 'too-many-tries'
  const page = `/not-me/${input.value.link}`
  if (isLater) return redirectWithFlash<NotMeFlash>(page, 'too-many-tries')
  redirect(page as Route)
}
