import type { Actor } from '@/lib/access/policy'
import { canCallBack } from '@/lib/cases/case-facts'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { lockOwnCase } from './supporter'

export type TickRefusal = 'not-yours' | 'no-other-number'

/** What the supporter has checked outside the portal, with a note of how. The other items come from people's own sessions. */
export async function tickEvidence(
  actor: Actor,
  { caseId, kind, note }: { caseId: string; kind: 'call_back' | 'documents'; note: string },
): Promise<Result<void, TickRefusal>> {
  return db.$transaction(async (tx) => {
    const found = await lockOwnCase(tx, actor, caseId)
    if (!found) return refuse('not-yours')
    if (kind === 'call_back' && !(await canCallBack(tx, found))) return refuse('no-other-number')
    await tx.$executeRaw`
      insert into case_evidence (case_id, kind, by_id, by_name, note)
      values (${caseId}::uuid, ${kind}::evidence_kind, ${actor.employeeId}::uuid, ${actor.name}, ${note})
      on conflict (case_id, kind, by_id) do update set note = excluded.note, at = now(), taken_back_at = null`
    return ok()
  })
}

/** Takes back an own tick that was set by mistake. It stays on record, and counts no more. */
export async function untickEvidence(
  actor: Actor,
  { caseId, kind }: { caseId: string; kind: 'call_back' | 'documents' },
): Promise<Result<void, 'not-yours'>> {
  return db.$transaction(async (tx) => {
    const found = await lockOwnCase(tx, actor, caseId)
    if (!found) return refuse('not-yours')
    await tx.$executeRaw`
      update case_evidence set taken_back_at = now()
      where case_id = ${caseId}::uuid and kind = ${kind}::evidence_kind and by_id = ${actor.employeeId}::uuid
        and taken_back_at is null`
    return ok()
  })
}
