import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { lockFirm } from '@/lib/firms/lock-firm'
import { enqueue } from '@/lib/jobs/enqueue'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { hasVerify } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import { recordMigration } from './record-migration'

export type StartRefusal = 'proof-needed' | 'no-service' | 'not-found'

/**
 * Sends the firm's texts through Twilio Verify: new people at once, the others as a job migrates them, a few at a time. Authy
 * keeps working. Starting again is safe, and migrates people who could not be migrated before.
 */
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
    await lockFirm(tx, firmId)
    const started = await tx.$executeRaw`
      update firm set vendor = 'verify', migration_started_at = now(), migration_finished_at = null
      where id = ${firmId}::uuid and migration_started_at is null`
    if (started > 0) await recordMigration(tx, actor, firmId, 'firm.migration-started')
    await enqueue(tx, 'migrate-firm', { firmId, step: 'start', after: null })
  })
}
