import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { lockCase } from '@/lib/cases/lock-case'
import { isToDecide } from '@/lib/cases/rules'
import { db, type Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'

export type StepUpRefusal = 'not-found' | 'closed' | 'proof-needed' | 'given-already' | 'newcomer'

/** A colleague confirms after a step-up: this is evidence for support and decides nothing. */
export async function confirmCase(
  actor: Actor,
  { caseId, note }: { caseId: string; note: string },
  kind: 'admin_confirmed' | 'colleague_vouched',
): Promise<Result<void, StepUpRefusal>> {
  if (!hasFreshProof(actor)) return refuse('proof-needed')
  return db.$transaction(async (tx) => {
    const found = await lockCase(tx, caseId)
    const isColleague = found?.firmId === actor.firmId && found.employeeId !== actor.employeeId
    if (!found || !isColleague || found.kind !== 'lost_phone') return refuse('not-found')
    if (!isToDecide(found.state)) return refuse('closed')

    if (await isNewcomer(tx, actor, caseId)) return refuse('newcomer')
    // Support counts confirmation and vouching as two people's, so one person gives only one.
    const given = await tx.caseEvidence.findMany({
      where: { caseId, kind: { in: ['admin_confirmed', 'colleague_vouched'] } },
      select: { kind: true, byId: true },
    })
    if (given.some((one) => one.kind !== kind && one.byId === actor.employeeId))
      return refuse('given-already')
    if (given.some((one) => one.kind === kind)) return ok()
    const added = await tx.caseEvidence.createMany({
      data: { caseId, kind, byId: actor.employeeId, byName: actor.name, note },
      skipDuplicates: true,
    })
    if (added.count === 0) return ok()
    const action = kind === 'admin_confirmed' ? 'case.confirmed' : 'case.vouched'
    await record(tx, actor, action, { id: found.employeeId, name: found.name }, { case: found.number })
    return ok()
  })
}

/** An attacker could have added this colleague or role for the case, after its opening. */
async function isNewcomer(tx: Tx, actor: Actor, caseId: string): Promise<boolean> {
  const late = await tx.$queryRaw<unknown[]>`
    select from employee e, reset_case c
    where e.id = ${actor.employeeId}::uuid and c.id = ${caseId}::uuid
      and greatest(e.created_at, e.role_changed_at) > c.opened_at`
  return late.length > 0
}
