import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'

/**
 * *Start again*: the begun sign-in ends, and with it the request on the phone, whatever is answered there later. The row
 * stays a while, for its pushes: with them would go the count that keeps a phone from being rung on and on.
 */
export async function abandonSignIn(pending: PendingSignIn): Promise<void> {
  await db.$executeRaw`
    update pending_sign_in set expires_at = created_at
    where id = ${pending.pendingId} and employee_id = ${pending.employeeId}::uuid and consumed_at is null`
}
