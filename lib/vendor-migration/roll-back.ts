import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { lockFirm } from '@/lib/firms/lock-firm'
import { enqueue } from '@/lib/jobs/enqueue'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { recordMigration } from './record-migration'

export type BackRefusal = 'proof-needed' | 'not-moving'

/** Rolls back a migration that is not finished. No one has been removed from Authy yet; new people are registered there now. */
export async function rollBack(actor: Actor, firmId: string): Promise<Result<void, BackRefusal>> {
  if (!hasFreshProof(actor)) return refuse('proof-needed')
  return db.$transaction(async (tx) => {
    await lockFirm(tx, firmId)
    const stopped = await tx.$executeRaw`
      update firm set vendor = 'authy', migration_started_at = null
      where id = ${firmId}::uuid and migration_started_at is not null and migration_finished_at is null`
    if (stopped === 0) return refuse('not-moving')
    await recordMigration(tx, actor, firmId, 'firm.migration-rolled-back')
    await enqueue(tx, 'migrate-firm', { firmId, step: 'back', after: null })
    return ok()
  })
}
