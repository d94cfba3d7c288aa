import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'

/** A mailed link is blocked once the password was reset by mail too: one mailbox would prove both. */
export const isBlockedByMail = Prisma.sql`
  exists (select from credential k where k.employee_id = e.id and k.reset_by_mail_at > coalesce(
    (select max(opened_at) from reset_case where employee_id = e.id and state in ('ready', 'waiting')),
    e.factor_reset_at - interval '7 days'))`

export async function areLinksBlocked(tx: Tx, employeeId: string): Promise<boolean> {
  const [person] = await tx.$queryRaw<Array<{ isBlocked: boolean }>>`
    select ${isBlockedByMail} as "isBlocked" from employee e where e.id = ${employeeId}::uuid`
  return person?.isBlocked ?? false
}
