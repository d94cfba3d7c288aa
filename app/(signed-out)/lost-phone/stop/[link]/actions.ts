'use server'

import { redirect } from 'next/navigation'
import { onceThenLeave } from '@/app/once'
import { linkForm } from '@/lib/cases/schema'
import { stopCase } from '@/lib/cases/stop-case'
import { parseForm } from '@/lib/form'
import { getVisitor } from '@/lib/session/get-visitor'
import { requireOwnOrigin } from '@/lib/session/origin'

/** Guarded by the secret of the link, which `stopCase` checks. The page shows the outcome. */
export async function stopByLinkAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const input = parseForm(form, linkForm)
  if (!input.ok) redirect('/sign-in')

  const { place, browser } = await getVisitor()
  await onceThenLeave(form, null, () => stopCase(input.value.link, { place, browser }))
  redirect(`/lost-phone/stop/${encodeURIComponent(input.value.link)}`)
}
