'use server'

import { revalidatePath } from 'next/cache'
import { once } from '@/app/once'
import { proofNeeded, readFresh } from '@/app/second-factor/take-proof'
import { type FormState, refused } from '@/lib/form'
import { redirectWithFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { requireOwnOrigin } from '@/lib/session/origin'
import { finishMigration } from '@/lib/vendor-migration/finish-migration'
import { rollBack } from '@/lib/vendor-migration/roll-back'
import { type MigrationAct, migrateAllForm, migrationForm } from '@/lib/vendor-migration/schema'
import { startMigration } from '@/lib/vendor-migration/start-migration'
import { type AllFirmsFlash, migrationSentences } from './sentences'

/** Starts, finishes or rolls back the migration of one firm. */
export async function migrateFirmAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('vendors.migrate')
  const input = await readFresh(actor, form, migrationForm)
  if (!input.ok) return input.state

  const { firmId, act } = input.value
  const moves = { start: startMigration, finish: finishMigration, back: rollBack }
  const moved = await once(form, input.actor, async () => moves[act](input.actor, firmId))
  if ('state' in moved) return moved.state
  revalidatePath('/support/vendors', 'layout')
  if (moved.ok) return redirectWithFlash<MigrationAct>(`/support/vendors/${firmId}`, act)
  if (moved.reason === 'proof-needed') return proofNeeded(input.actor, form)
  return refused(form, migrationSentences[moved.reason])
}

export async function migrateAllFirmsAction(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnOrigin()
  const actor = await requirePermission('vendors.migrate')
  const input = await readFresh(actor, form, migrateAllForm)
  if (!input.ok) return input.state

  const moved = await once(form, input.actor, () => startMigration(input.actor, 'all'))
  if ('state' in moved) return moved.state
  revalidatePath('/support/vendors', 'layout')
  if (moved.ok) return redirectWithFlash<AllFirmsFlash>('/support/vendors', 'all')
  if (moved.reason === 'proof-needed') return proofNeeded(input.actor, form)
  return refused(form, migrationSentences[moved.reason])
}
