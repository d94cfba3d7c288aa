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
 * Authy forgets everybody of the firm who has another way in that is enough. Who would be left without one keeps Authy and stands
 * on the list; finishing once more takes those who have added a way since.
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
