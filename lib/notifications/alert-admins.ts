import type { Tx } from '@/lib/db'
import { notify } from './notify'
import type { NotificationOf } from './words/notification'

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
