'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { once } from '@/app/once'
import { proofNeeded, readFresh } from '@/app/second-factor/take-proof'
import { confirmCase, type StepUpRefusal } from '@/lib/cases/firm/confirm-case'
import { stepUpForm } from '@/lib/cases/schema'
import { type FormState, refused } from '@/lib/form'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'

export async function vouchAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('cases.vouch')
  const input = await readFresh(actor, form, stepUpForm)
  if (!input.ok) return input.state

  const { caseId } = input.value
  const vouched = await once(form, input.actor, () =>
    confirmCase(input.actor, input.value, 'colleague_vouched'),
  )
  if ('state' in vouched) return vouched.state
  if (!vouched.ok) {
    if (vouched.reason === 'proof-needed') return proofNeeded(input.actor, form)
    return refused(form, sentences[vouched.reason])
  }
  revalidatePath(`/vouch/${caseId}`)
  redirect(`/vouch/${caseId}`)
}

const sentences: Record<Exclude<StepUpRefusal, 'proof-needed'>, string> = {
  'not-found': 'This request no longer exists.',
  closed: 'This request was already decided. Nothing was changed.',
  newcomer: 'You joined or changed roles after this request was made, so someone else must vouch for it.',
  'given-already': 'You already confirmed this request as an admin, so someone else must vouch for it.',
}
