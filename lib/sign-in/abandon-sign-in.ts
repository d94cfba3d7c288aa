import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'

/** *Start again*: the begun sign-in goes, and with it the request on the phone, whatever is answered there later. */
export async function abandonSignIn(pending: PendingSignIn): Promise<void> {
  await db.pendingSignIn.deleteMany({ where: { id: pending.pendingId, employeeId: pending.employeeId } })
}
