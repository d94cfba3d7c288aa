import { fromPrisma, PgBoss } from 'pg-boss'
import { db, type Tx } from '@/lib/db'
import type { Jobs, QueueName } from './queues'

// This process only sends; fetching, retrying and cleaning are the worker's.
const sender = new PgBoss({
  db: fromPrisma(db),
  migrate: false,
  createSchema: false,
  supervise: false,
  schedule: false,
  registerInstance: false,
})
let started: Promise<PgBoss> | undefined

/** Writes the job in the caller's transaction: it runs if and only if the change it belongs to is committed. */
export async function enqueue<Name extends QueueName>(tx: Tx, name: Name, data: Jobs[Name]): Promise<void> {
  started ??= sender.start()
  await started
  await sender.send(name, data, { db: fromPrisma(tx), retryLimit: 8, retryDelay: 15, retryBackoff: true })
}
