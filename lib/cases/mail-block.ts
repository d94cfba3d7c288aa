import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'

/**
 * Whether a mailed set-up link opens nothing for the employee `e` of a query: the password was set through a mail after the
 * request (or, where an admin has reset the second step, up to a week before it), so both have come through the same
 * mailbox. The way on is an admin's one-time pass, or a new request that support judges.
 */
export const isBlockedByMail = Prisma.sql`
  exists (select from credential k where k.employee_id = e.id and k.reset_by_mail_at > coalesce(
    (select max(opened_at) from reset_case where employee_id = e.id and state in ('ready', 'waiting')),
    e.factor_reset_at - interval '7 days'))`

export async function areLinksBlocked(tx: Tx, employeeId: string): Promise<boolean> {
  const [person] = await tx.$queryRaw<Array<{ isBlocked: boolean }>>`
    select ${isBlockedByMail} as "isBlocked" from employee e where e.id = ${employeeId}::uuid`
  return person?.isBlocked ?? false
}
