import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'

/** Keeps the row: deleting its pushes would reset the count that limits them. */
export async function abandonSignIn(pending: PendingSignIn): Promise<void> {
  await db.$executeRaw`
    update pending_sign_in set expires_at = created_at
    where id = ${pending.pendingId} and employee_id = ${pending.employeeId}::uuid and consumed_at is null`
}
