'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { parseForm } from '@/lib/form'
import { voteForm } from '@/lib/help/schema'
import { voteOnArticle } from '@/lib/help/vote-on-article'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'

export async function voteAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('articles.vote')
  const input = parseForm(form, voteForm)
  if (!input.ok) redirect('/help/two-factor-authentication')

  await voteOnArticle(actor, input.value)
  revalidatePath(`/help/${input.value.article}`)
  redirect(`/help/${input.value.article}#helpful`)
}
