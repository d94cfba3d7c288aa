import type { Actor } from '@/lib/access/policy'
import type { Tx } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'

export async function notifyAdmins(
  tx: Tx,
  actor: Actor,
  answer: { on: boolean; reason?: string },
): Promise<void> {
  const admins = await tx.employee.findMany({
    where: { firmId: actor.firmId, active: true, role: 'admin' },
    select: { id: true },
  })
  for (const { id } of admins) {
    await notify(tx, { kind: 'rule-switched', employeeId: id, by: actor.name, ...answer })
  }
}
