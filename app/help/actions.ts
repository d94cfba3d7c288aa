'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { once } from '@/app/once'
import { type FormState, parseForm, refused } from '@/lib/form'
import { missingForm, voteForm } from '@/lib/help-articles/schema'
import { sayMissing, voteOnArticle } from '@/lib/help-articles/vote-on-article'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'

export async function voteAction(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const actor = await requirePermission('articles.vote')
  const input = parseForm(form, voteForm)
  if (!input.ok) redirect('/help')

  await voteOnArticle(actor, input.value)
  revalidatePath(`/help/${input.value.article}`)
  redirect(`/help/${input.value.article}#helpful`)
}

export async function sayMissingAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('articles.vote')
  const input = parseForm(form, missingForm)
  if (!input.ok) return input.state

  const { article, missing } = input.value
  const said = await once(form, actor, () => sayMissing(actor, input.value))
  if ('state' in said) return said.state
  if (!said.ok)
    return refused(form, 'Your answer is no longer No. Select No again to tell us what was missing.')

  revalidatePath(`/help/${article}`)
  const message = missing ? 'Thanks for your feedback.' : 'Comment removed.'
  return { tone: 'ok', message, errors: {}, values: { missing } }
}
