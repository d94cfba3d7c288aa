import { db } from '@/lib/db'
import { notMeSecret } from '@/lib/mail-links/not-me-link'
import type { Notice } from '@/lib/notifications/notification'

/** What a person was told, oldest first: once for each mail that was ordered. */
export async function noticesFor(employeeId: string): Promise<Notice[]> {
  const rows = await db.$queryRaw<Array<{ notice: Notice }>>`
    select n.notice from portal_notice n join pgboss.job j on j.name = 'notice' and j.data->>'noticeId' = n.id::text
    where n.employee_id = ${employeeId}::uuid order by j.created_on`
  return rows.map(({ notice }) => notice)
}

export async function noticeKindsFor(employeeId: string): Promise<string[]> {
  return (await noticesFor(employeeId)).map(({ kind }) => kind)
}

/** The secret of *This was not me* in the newest mail of this kind. */
export async function noticeSecretFor(employeeId: string, kind: string): Promise<string> {
  const [newest] = await db.$queryRaw<Array<{ id: string }>>`
    select id from portal_notice where employee_id = ${employeeId}::uuid and notice->>'kind' = ${kind}
    order by at desc limit 1`
  if (!newest) throw new Error(`Nobody was told of ${kind}`)
  return notMeSecret(newest.id)
}
