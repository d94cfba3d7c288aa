import type { Actor } from '@/lib/access/policy'
import { canCallBack } from '@/lib/cases/case-facts'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { recordEvidence } from './record-evidence'
import { lockOwnCase } from './supporter'

export type TickRefusal = 'not-yours' | 'no-other-number'

export async function tickEvidence(
  actor: Actor,
  { caseId, kind, note }: { caseId: string; kind: 'call_back' | 'documents'; note: string },
): Promise<Result<void, TickRefusal>> {
  return db.$transaction(async (tx) => {
    const found = await lockOwnCase(tx, actor, caseId)
    if (!found) return refuse('not-yours')
    if (kind === 'call_back' && !(await canCallBack(tx, found))) return refuse('no-other-number')
    const key = { caseId, kind, byId: actor.employeeId }
    await tx.caseEvidence.upsert({
      where: { caseId_kind_byId: key },
      create: { ...key, byName: actor.name, note },
      update: { note, at: found.now, takenBackAt: null },
    })
    const act = kind === 'call_back' ? 'callback-added' : 'document-added'
    await recordEvidence(tx, actor, found, { act, note })
    return ok()
  })
}

/** Removed evidence stays on record and no longer counts. */
export async function untickEvidence(
  actor: Actor,
  { caseId, kind }: { caseId: string; kind: 'call_back' | 'documents' },
): Promise<Result<void, 'not-yours'>> {
  return db.$transaction(async (tx) => {
    const found = await lockOwnCase(tx, actor, caseId)
    if (!found) return refuse('not-yours')
    const { count } = await tx.caseEvidence.updateMany({
      where: { caseId, kind, byId: actor.employeeId, takenBackAt: null },
      data: { takenBackAt: found.now },
    })
    const act = kind === 'call_back' ? 'callback-removed' : 'document-removed'
    if (count > 0) await recordEvidence(tx, actor, found, { act })
    return ok()
  })
}
