import type { Actor } from '@/lib/access/policy'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { newNotificationId, notMeHashOf } from '@/lib/mail-links/not-me-link'
import type { MarkRead } from './schema'
import type { NewNotification } from './words/notification'

type Delivery = {
  mail?: boolean
  alsoTo?: string
}

export async function notify(
  tx: Tx,
  notification: NewNotification,
  { mail = true, alsoTo }: Delivery = {},
): Promise<void> {
  const notificationId = newNotificationId()
  const { employeeId } = notification
  const notMeHash = notMeHashOf(notificationId)
  await tx.notification.create({ data: { id: notificationId, employeeId, content: notification, notMeHash } })
  if (mail) await enqueue(tx, 'notification', { notificationId })
  if (alsoTo) await enqueue(tx, 'notification', { notificationId, to: alsoTo })
}

export async function markRead(actor: Actor, { since, until }: MarkRead): Promise<void> {
  await db.$executeRaw`
    update notification set seen_at = now()
    where employee_id = ${actor.employeeId}::uuid and seen_at is null
      and at >= coalesce(${since ?? null}::timestamptz, '-infinity') and at <= ${until}`
}
