import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { lockFirm } from '@/lib/firms/lock-firm'
import { enqueue } from '@/lib/jobs/enqueue'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { hasVerify } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import { recordMigration } from './record-migration'

export type FinishMigrationRefusal = 'proof-needed' | 'no-service' | 'not-started'

/**
 * Removes everyone from Authy who has another method that meets the firm's minimum. The others stay on Authy and are listed;
 * finishing again removes those who have added a method since.
 */
export async function finishMigration(
  actor: Actor,
  firmId: string,
): Promise<Result<void, FinishMigrationRefusal>> {
  if (!hasFreshProof(actor)) return refuse('proof-needed')
  if (!hasVerify) return refuse('no-service')
  return db.$transaction(async (tx) => {
    await lockFirm(tx, firmId)
    const finished = await tx.$queryRaw<Array<{ isFirst: boolean }>>`
      update firm set migration_finished_at = coalesce(migration_finished_at, now())
      where id = ${firmId}::uuid and migration_started_at is not null
      returning old.migration_finished_at is null as "isFirst"`
    if (finished.length === 0) return refuse('not-started')
    if (finished[0]?.isFirst) await recordMigration(tx, actor, firmId, 'firm.migration-finished')
    await enqueue(tx, 'migrate-firm', { firmId, step: 'finish', after: null })
    return ok()
  })
}
