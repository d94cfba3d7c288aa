import type { Actor } from '@/lib/access/policy'
import type { Tx } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import type { NotificationOf } from '@/lib/notifications/words/notification'

/** Notifies the acting admin too: a stolen session must not add an admin unseen. */
export async function notifyNewAdmin(
  tx: Tx,
  actor: Actor,
  { id: newAdminId, name: about }: { id: string; name: string },
  how: NotificationOf<'new-admin'>['how'],
): Promise<void> {
  const admins = await tx.employee.findMany({
    where: { firmId: actor.firmId, active: true, role: 'admin', id: { not: newAdminId } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of admins)
    await notify(tx, { kind: 'new-admin', employeeId: id, by: actor.name, about, how })
}
