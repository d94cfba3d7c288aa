import { db } from '@/lib/db'
import { notMeSecret } from '@/lib/mail-links/not-me-link'
import type { Notification } from '@/lib/notifications/words/notification'

/** The notifications of a person, oldest first: once for each mail that was ordered. */
export async function notificationsFor(employeeId: string): Promise<Notification[]> {
  const rows = await db.$queryRaw<Array<{ content: Notification }>>`
    select n.content from notification n join pgboss.job j on j.name = 'notification' and j.data->>'notificationId' = n.id::text
    where n.employee_id = ${employeeId}::uuid order by j.created_on`
  return rows.map(({ content }) => content)
}

export async function notificationKindsFor(employeeId: string): Promise<string[]> {
  return (await notificationsFor(employeeId)).map(({ kind }) => kind)
}

/** The secret of *This was not me* in the newest mail of this kind. */
export async function notificationSecretFor(employeeId: string, kind: string): Promise<string> {
  const [newest] = await db.$queryRaw<Array<{ id: string }>>`
    select id from notification where employee_id = ${employeeId}::uuid and content->>'kind' = ${kind}
    order by at desc limit 1`
  if (!newest) throw new Error(`Nobody was notified of ${kind}`)
  return notMeSecret(newest.id)
}
