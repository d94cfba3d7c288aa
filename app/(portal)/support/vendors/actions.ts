'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { proofNeeded, takeProof } from '@/app/second-factor/take-proof'
import { type FormState, parseForm, refused } from '@/lib/form'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { finishMove } from '@/lib/vendor-migration/finish-migration'
import { moveBack } from '@/lib/vendor-migration/roll-back'
import { moveAllForm, moveForm } from '@/lib/vendor-migration/schema'
import { startMove } from '@/lib/vendor-migration/start-migration'
import { moveSentences } from './sentences'

/** *Start*, *Finish* and *Back* of one firm. */
export async function moveFirmAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('vendors.move')
  const proof = await takeProof(actor, form)
  if (!proof.ok) return proof.state
  const input = parseForm(form, moveForm)
  if (!input.ok) return input.state

  const { firmId, act } = input.value
  const moves = { start: startMove, finish: finishMove, back: moveBack }
  const moved = await moves[act](proof.actor, firmId)
  revalidatePath('/support/vendors', 'layout')
  if (moved.ok) redirect(`/support/vendors/${firmId}?done=${act}`)
  if (moved.reason === 'proof-needed') return proofNeeded(proof.actor, form)
  return refused(form, moveSentences[moved.reason])
}

export async function moveAllFirmsAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('vendors.move')
  const proof = await takeProof(actor, form)
  if (!proof.ok) return proof.state
  const input = parseForm(form, moveAllForm)
  if (!input.ok) return input.state

  const moved = await startMove(proof.actor, 'all')
  revalidatePath('/support/vendors', 'layout')
  if (moved.ok) redirect('/support/vendors?done=all')
  if (moved.reason === 'proof-needed') return proofNeeded(proof.actor, form)
  return refused(form, moveSentences[moved.reason])
}
