import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'

/** Risks include events after the opening: a later password reset by mail or canceled request counts too. */
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
