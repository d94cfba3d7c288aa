import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { recordMigration } from './record-migration'
import { phaseOf } from './rules'

export type BackRefusal = 'proof-needed' | 'not-moving'

export async function rollBack(actor: Actor, firmId: string): Promise<Result<void, BackRefusal>> {
  if (!hasFreshProof(actor)) return refuse('proof-needed')
  return db.$transaction(async (tx) => {
    const firm = await lockFirm(tx, firmId)
    if (phaseOf(firm) !== 'moving') return refuse('not-moving')
    await tx.firm.update({ where: { id: firmId }, data: { vendor: 'authy', migrationStartedAt: null } })
    await recordMigration(tx, actor, firmId, 'firm.migration-rolled-back')
    await enqueue(tx, 'migrate-firm', { firmId, step: 'back', after: null })
    return ok()
  })
}
