import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'

/** Marks what the person was told as read, up to a moment. */
export async function markRead(actor: Actor, until: Date): Promise<void> {
  await db.$executeRaw`
    update notification set seen_at = now()
    where employee_id = ${actor.employeeId}::uuid and at <= ${until} and seen_at is null`
}
