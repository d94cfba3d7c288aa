import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import type { CaseKind, CaseState, LossReason } from '@/prisma/client/client'
import type { CaseDetails } from './get-case'

export type Habit = { place: string; browser: string; times: number; lastAt: Date }

export async function listHabits({ firmId, employeeId, openedAt }: CaseDetails): Promise<Habit[]> {
  return db.$queryRaw<Habit[]>`
    select place, browser, count(*)::int as times, max(at) as "lastAt" from (
      select place, browser, at from audit_event
      where firm_id = ${firmId}::uuid and actor_id = ${employeeId}::uuid and action = 'sign-in.finished'
        and details ->> 'purpose' is distinct from 'step_up' and place is not null and browser is not null
        and at between ${openedAt}::timestamptz - interval '90 days' and ${openedAt}::timestamptz
      order by id desc limit 500
    ) as lately
    group by place, browser order by times desc, "lastAt" desc limit 8`
}

export type OtherCase = {
  id: string
  number: number
  kind: CaseKind
  state: CaseState
  reason: LossReason | null
  openedAt: Date
  closedAt: Date | null
  person: string
  firm: string
}

export async function listNetworkCases(actor: Actor, found: CaseDetails): Promise<OtherCase[]> {
  return db.$queryRaw<OtherCase[]>`
    select c.id, c.number, c.kind::text as kind, c.state::text as state, c.reason::text as reason,
      c.opened_at as "openedAt", c.closed_at as "closedAt", e.name as person, f.name as firm
    from reset_case c join employee e on e.id = c.employee_id join firm f on f.id = c.firm_id
    where c.network = ${found.network} and c.opened_at between ${found.openedAt}::timestamptz - interval '7 days'
        and ${found.openedAt}::timestamptz + interval '7 days'
      and c.employee_id not in (${found.employeeId}::uuid, ${actor.employeeId}::uuid)
    order by c.opened_at desc limit 10`
}

export async function listEarlierCases(found: CaseDetails): Promise<OtherCase[]> {
  return db.$queryRaw<OtherCase[]>`
    select c.id, c.number, c.kind::text as kind, c.state::text as state, c.reason::text as reason,
      c.opened_at as "openedAt", c.closed_at as "closedAt", e.name as person, f.name as firm
    from reset_case c join employee e on e.id = c.employee_id join firm f on f.id = c.firm_id
    where c.employee_id = ${found.employeeId}::uuid and c.id <> ${found.id}::uuid
      and c.opened_at > ${found.openedAt}::timestamptz - interval '1 year'
    order by c.opened_at desc limit 10`
}

export async function listFirmAdmins({ firmId, employeeId }: CaseDetails): Promise<string[]> {
  const admins = await db.employee.findMany({
    where: { firmId, active: true, role: { in: ['admin', 'support'] }, id: { not: employeeId } },
    select: { name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 20,
  })
  return admins.map(({ name }) => name)
}
