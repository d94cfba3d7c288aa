import type { Tx } from '@/lib/db'
import { notify } from './notify'
import type { NotificationOf } from './words/notification'

/** A mail for each number would flood a firm that turns two-factor authentication on: one an hour, the portal lists all. */
export async function notifyAdminsOfNumber(
  tx: Tx,
  person: { employeeId: string; firmId: string; name: string },
  number: string,
): Promise<void> {
  const kind = 'colleague-number-confirmed'
  const admins = await tx.$queryRaw<Array<{ id: string; isMailed: boolean }>>`
    select e.id, exists (select from notification n where n.employee_id = e.id and n.at > now() - interval '1 hour'
      and n.content ->> 'kind' = ${kind}) as "isMailed"
    from employee e where e.firm_id = ${person.firmId}::uuid and e.active and e.role in ('admin', 'support')
      and e.id <> ${person.employeeId}::uuid order by e.id`
  for (const { id, isMailed } of admins)
    await notify(tx, { kind, employeeId: id, about: person.name, number }, { mail: !isMailed })
}

export async function alertOtherAdmins(
  tx: Tx,
  person: { employeeId: string; firmId: string; name: string },
  what: NotificationOf<'admin-alert'>['what'],
): Promise<void> {
  const colleagues = await tx.employee.findMany({
    where: {
      firmId: person.firmId,
      active: true,
      role: { in: ['admin', 'support'] },
      id: { not: person.employeeId },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of colleagues) {
    await notify(tx, { kind: 'admin-alert', employeeId: id, about: person.name, what })
  }
}
