import type { Tx } from '@/lib/db'
import { type MailLinkPurpose, Prisma } from '@/prisma/client/client'

/** Whether the link `l` of a query can still be used. */
export const isLinkLive = Prisma.sql`(l.used_at is null and l.expires_at > now())`

/** False: it was used, replaced by a newer one, or is too old. */
export async function consumeLink(tx: Tx, linkId: string, now: Date): Promise<boolean> {
  const { count } = await tx.mailLink.updateMany({
    where: { id: linkId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count === 1
}

/** Makes the person's unused links of these purposes, or all of them, useless. */
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
