import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'

/** Whether a push of a query waits to be sent or answered. As literals: the unique index of open pushes is found by them. */
export const isPushOpen = Prisma.sql`status in ('sending', 'pending')`

/** Ends the open pushes of a person, or of one pending sign-in. Returns their pending sign-ins, for `publishPending`. */
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
