import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'

/**
 * The risks of a case `c` and its person `e`, as a query sees them now: a password set by mail, or a request that was stopped,
 * after the opening counts as much as one before it.
 */
export const currentRisks = Prisma.sql`
  array(select distinct unnest(c.risks
    || case when e.watched_until > now() then array['watched'] else '{}' end
    || case when exists (select from credential k where k.employee_id = e.id
      and k.reset_by_mail_at > now() - interval '7 days') then array['mail-reset'] else '{}' end))`

export async function getCurrentRisks(tx: Tx, caseId: string): Promise<string[]> {
  const [found] = await tx.$queryRaw<Array<{ risks: string[] }>>`
    select ${currentRisks} as risks from reset_case c join employee e on e.id = c.employee_id where c.id = ${caseId}::uuid`
  return found?.risks ?? []
}
