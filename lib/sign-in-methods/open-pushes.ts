import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'

/** Literals, not parameters: PostgreSQL matches the unique index of open pushes by them. */
export const isPushOpen = Prisma.sql`status in ('sending', 'pending')`

export async function supersedePushes(
  tx: Tx,
  whose: { employeeId: string } | { pendingSignInId: string },
  now: Date,
): Promise<string[]> {
  const superseded = await tx.push.updateManyAndReturn({
    where: { ...whose, status: { in: ['sending', 'pending'] } },
    data: { status: 'superseded', settledAt: now },
    select: { pendingSignInId: true },
  })
  return superseded.map(({ pendingSignInId }) => pendingSignInId)
}
