import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { hasVerify } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import { recordMigration } from './record-migration'

export type FinishMigrationRefusal = 'proof-needed' | 'no-service' | 'not-started'

/** Leaves people without another sufficient method at Authy; a repeated finish removes them once they add one. */
export async function finishMigration(
  actor: Actor,
  firmId: string,
): Promise<Result<void, FinishMigrationRefusal>> {
  if (!hasFreshProof(actor)) return refuse('proof-needed')
  if (!hasVerify) return refuse('no-service')
  return db.$transaction(async (tx) => {
    const firm = await lockFirm(tx, firmId)
    if (!firm.migrationStartedAt) return refuse('not-started')
    if (!firm.migrationFinishedAt) {
      await tx.firm.update({ where: { id: firmId }, data: { migrationFinishedAt: firm.now } })
      await recordMigration(tx, actor, firmId, 'firm.migration-finished')
    }
    await enqueue(tx, 'migrate-firm', { firmId, step: 'finish', after: null })
    return ok()
  })
}
