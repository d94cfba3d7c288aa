import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import type { LockedCase } from '@/lib/cases/lock-case'
import type { Tx } from '@/lib/db'

export type EvidenceAct = 'callback-added' | 'callback-removed' | 'document-added' | 'document-removed'

/** In the case's history, with the note, and in the firm's audit log, without it and without the agent's name. */
export async function recordEvidence(
  tx: Tx,
  actor: Actor,
  found: LockedCase,
  { act, note = '' }: { act: EvidenceAct; note?: string },
): Promise<void> {
  // PostgreSQL's column default sets the time: Prisma would send this process's clock.
  await tx.$executeRaw`
    insert into case_event (case_id, act, from_state, to_state, actor_id, actor_name, note)
    values (${found.id}::uuid, ${act}, ${found.state}::case_state, ${found.state}::case_state,
      ${actor.employeeId}::uuid, ${actor.name}, ${note})`
  const support = { firmId: found.firmId, employeeId: actor.employeeId, name: 'Partner support' }
  const target = { id: found.employeeId, name: found.name }
  await record(tx, support, `case.${act}`, target, { case: found.number })
}
