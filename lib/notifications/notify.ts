import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { newNotificationId, notMeHashOf } from '@/lib/mail-links/not-me-link'
import type { Notification } from './words/notification'

/** Tells a person, in the caller's transaction: by mail, and in the portal where it is kept (AU-8). */
export async function notify(tx: Tx, notification: Notification): Promise<void> {
  const notificationId = newNotificationId()
  await tx.$executeRaw`
    insert into notification (id, employee_id, content, not_me_hash)
    values (${notificationId}::uuid, ${notification.employeeId}::uuid, ${notification}::jsonb, ${notMeHashOf(notificationId)})`
  await enqueue(tx, 'notification', { notificationId })
}
