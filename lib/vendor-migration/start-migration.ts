import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { hasVerify } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import { recordMigration } from './record-migration'

export type StartRefusal = 'proof-needed' | 'no-service' | 'not-found'

/** Keeps Authy working. A repeated start migrates people that an earlier one could not. */
export async function startMigration(
  actor: Actor,
  firmId: string | 'all',
): Promise<Result<{ firms: number }, StartRefusal>> {
  if (!hasFreshProof(actor)) return refuse('proof-needed')
  if (!hasVerify) return refuse('no-service')
  const where = firmId === 'all' ? { migrationStartedAt: null } : { id: firmId }
  const firms = await db.firm.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
  if (firms.length === 0 && firmId !== 'all') return refuse('not-found')
  for (const { id } of firms) await startFirm(actor, id)
  return ok({ firms: firms.length })
}

async function startFirm(actor: Actor, firmId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const firm = await lockFirm(tx, firmId)
    if (!firm.migrationStartedAt) {
      await tx.firm.update({
        where: { id: firmId },
        data: { vendor: 'verify', migrationStartedAt: firm.now, migrationFinishedAt: null },
      })
      await recordMigration(tx, actor, firmId, 'firm.migration-started')
    }
    await enqueue(tx, 'migrate-firm', { firmId, step: 'start', after: null })
  })
}
