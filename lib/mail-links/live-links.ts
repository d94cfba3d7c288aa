import type { Tx } from '@/lib/db'
import { type MailLinkPurpose, Prisma } from '@/prisma/client/client'

export const isLinkLive = Prisma.sql`(l.used_at is null and l.expires_at > now())`

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
