import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { isPendingLive } from './pending-sign-ins'
import type { Visitor } from './visitor'

/** A copy of the cookie in another browser would take the session once the owner approves: it is refused, and noted once. */
export async function isStartedHere(
  pendingId: string,
  browserId: string | null,
  seen: Visitor,
): Promise<boolean> {
  const pending = await db.pendingSignIn.findUnique({ where: { id: pendingId }, select: { browserId: true } })
  if (pending && pending.browserId !== browserId) await noteCopy(pendingId, seen)
  return pending?.browserId === browserId
}

async function noteCopy(pendingId: string, { place, browser, requestId }: Visitor): Promise<void> {
  await db.$transaction(async (tx) => {
    const [owner] = await tx.$queryRaw<Array<{ employeeId: string; firmId: string; name: string }>>`
      update pending_sign_in p set copied_at = now() from employee e
      where p.id = ${pendingId} and ${isPendingLive} and p.copied_at is null and e.id = p.employee_id
      returning e.id as "employeeId", e.firm_id as "firmId", e.name`
    if (!owner) return
    await record(tx, { ...owner, place, browser, requestId }, 'sign-in.copied')
    await notify(tx, { kind: 'sign-in-copied', employeeId: owner.employeeId, place, browser })
  })
}
