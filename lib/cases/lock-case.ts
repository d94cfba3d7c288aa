import type { Role } from '@/lib/access/policy'
import type { Tx } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { type CaseKind, type CaseState, type LossReason, Prisma } from '@/prisma/client/client'
import { currentRisks } from './current-risks'
import { openInSql } from './states-sql'

export type LockedCase = {
  id: string
  number: number
  kind: CaseKind
  state: CaseState
  firmId: string
  employeeId: string
  name: string
  /** The role is the stronger of now and the opening: a demotion must not make approval easier. */
  role: Role
  reason: LossReason | null
  oldNumber: string | null
  requestedNumber: string | null
  risks: string[]
  ownerId: string | null
  lockLapsed: boolean
  firstApprovedBy: string | null
  now: Date
}

export const lockedColumns = Prisma.sql`
  c.id, c.number, c.kind::text as kind, c.state::text as state, c.firm_id as "firmId", c.employee_id as "employeeId", e.name,
  (case when e.role = 'tech' then c.role_at_opening else e.role end)::text as role, c.reason::text as reason,
  c.old_number as "oldNumber", c.requested_number as "requestedNumber", ${currentRisks} as risks, c.owner_id as "ownerId",
  coalesce(c.owned_at < now() - interval '8 hours', true) as "lockLapsed", c.first_approved_by as "firstApprovedBy",
  now()::timestamptz(3) as now`

/** Every verb locks the person's row before the case's, as the sign-in does: two orders could deadlock. */
export async function lockCase(tx: Tx, caseId: string): Promise<LockedCase | null> {
  const whose = await tx.resetCase.findUnique({ where: { id: caseId }, select: { employeeId: true } })
  if (!whose) return null
  await lockEmployee(tx, whose.employeeId)
  const [found] = await tx.$queryRaw<LockedCase[]>`
    select ${lockedColumns}
    from reset_case c join employee e on e.id = c.employee_id
    where c.id = ${caseId}::uuid for no key update of c`
  return found ?? null
}

export async function lockOpenCase(tx: Tx, employeeId: string, kind: CaseKind): Promise<LockedCase | null> {
  const [open] = await tx.$queryRaw<Array<{ id: string }>>`
    select id from reset_case where employee_id = ${employeeId}::uuid and kind = ${kind}::case_kind
      and state in (${openInSql})`
  return open ? lockCase(tx, open.id) : null
}
