import { db } from '@/lib/db'
import type { Jobs, QueueName } from '@/lib/jobs/queues'

/** What waits in a queue and speaks of this person or vendor user, oldest first. */
export async function waitingJobs<Name extends QueueName>(name: Name, id: string): Promise<Jobs[Name][]> {
  const jobs = await db.$queryRaw<{ data: Jobs[Name] }[]>`
    select data from pgboss.job where name = ${name} and data::text like ${`%"${id}"%`} order by created_on`
  return jobs.map(({ data }) => data)
}
