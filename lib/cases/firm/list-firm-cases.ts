import type { Actor } from '@/lib/access/policy'
import { openInSql } from '@/lib/cases/states-sql'
import { db } from '@/lib/db'
import type { CaseKind, CaseState, LossReason } from '@/prisma/client/client'
import { Prisma } from '@/prisma/client/client'

export type FirmCase = {
  id: string
  number: number
  kind: CaseKind
  state: CaseState
  employeeId: string
  name: string
  reason: LossReason | null
  requestedNumber: string | null
  place: string
  browser: string
  openedAt: Date
  stateAt: Date
  waitsUntil: Date | null
  confirmedBy: string | null
}

const open = Prisma.sql`c.state in (${openInSql})`

export async function listFirmCases(actor: Actor): Promise<{ open: FirmCase[]; closed: FirmCase[] }> {
  const [openOnes, closed] = await Promise.all([
    find(actor, Prisma.sql`${open} order by c.opened_at limit 100`),
    find(actor, Prisma.sql`not (${open}) order by c.opened_at desc limit 20`),
  ])
  return { open: openOnes, closed }
}

function find(actor: Actor, rest: Prisma.Sql): Promise<FirmCase[]> {
  return db.$queryRaw<FirmCase[]>`
    select c.id, c.number, c.kind::text as kind, c.state::text as state, c.employee_id as "employeeId", e.name,
      c.reason::text as reason, c.requested_number as "requestedNumber", c.place, c.browser, c.opened_at as "openedAt",
      c.state_at as "stateAt", c.waits_until as "waitsUntil",
      (select v.by_name from case_evidence v where v.case_id = c.id and v.kind = 'admin_confirmed' limit 1) as "confirmedBy"
    from reset_case c join employee e on e.id = c.employee_id
    where c.firm_id = ${actor.firmId}::uuid and ${rest}`
}
