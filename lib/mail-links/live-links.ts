import type { Tx } from '@/lib/db'
import { type MailLinkPurpose, Prisma } from '@/prisma/client/client'

export const isLinkLive = Prisma.sql`(l.used_at is null and l.expires_at > now())`

/** Setting a password takes its link before the person's row: verbs that take both do it in this order too. */
export async function lockLinks(tx: Tx, employeeId: string, firmId: string): Promise<void> {
  await tx.$queryRaw`
    select l.id from mail_link l join employee e on e.id = l.employee_id
    where e.id = ${employeeId}::uuid and e.firm_id = ${firmId}::uuid and l.used_at is null order by l.id for update of l`
}

/** Returns false when the link was used, replaced or is too old. */
export async function consumeLink(tx: Tx, linkId: string, now: Date): Promise<boolean> {
  const { count } = await tx.mailLink.updateMany({
    where: { id: linkId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count === 1
}

export async function endLinks(
  tx: Tx,
  employeeId: string,
  now: Date,
  purposes?: MailLinkPurpose[],
): Promise<void> {
  await tx.mailLink.updateMany({
    where: { employeeId, usedAt: null, purpose: { in: purposes } },
    data: { usedAt: now },
  })
}
