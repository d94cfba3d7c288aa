import { db } from '@/lib/db'
import type { Mailer } from '@/lib/providers/mail'
import type { TextMessenger } from '@/lib/providers/text-messages'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { jobHandlers } from '@/lib/worker/handlers'

type Ordered = { id: string; name: 'notification' | 'case-message'; data: never }

/** Does every job that sends this reader a mail as the worker would, also those that were done before. */
export async function runMailJobs(
  outside: { mailer: Mailer; texter: TextMessenger },
  reader: { id: string },
): Promise<void> {
  const handlers = jobHandlers({ ...outside, provider })
  const jobs = await db.$queryRaw<Ordered[]>`
    select j.id::text as id, j.name, j.data from pgboss.job j where
      (j.name = 'notification' and exists (
        select from notification n where n.id::text = j.data->>'notificationId' and n.employee_id = ${reader.id}::uuid))
      or (j.name = 'case-message' and exists (
        select from case_message n where n.id::text = j.data->>'notificationId' and n.employee_id = ${reader.id}::uuid
          and n.channel = 'mail'))
    order by j.created_on`
  for (const { id, name, data } of jobs) await handlers[name](data, id)
}
