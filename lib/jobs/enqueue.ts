import { fromPrisma, PgBoss } from 'pg-boss'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Jobs, QueueName } from './queues'

// This process only sends; fetching, retrying and cleaning are the worker's.
const sender = new PgBoss({
  // A connection of its own: the first job may be sent while transactions hold every connection of the pool.
  connectionString: env.DATABASE_URL,
  max: 1,
  migrate: false,
  createSchema: false,
  supervise: false,
  schedule: false,
  registerInstance: false,
})
sender.on('error', (error) => log.error({ reason: error.message }, 'Sending jobs has trouble'))
let started: Promise<PgBoss> | undefined

// Tried for about an hour in all. A job whose worker was killed is free again after a minute.
const terms = {
  retryLimit: 8,
  retryDelay: 15,
  retryBackoff: true,
  expireInSeconds: 60,
  deleteAfterSeconds: 86_400,
}

/** Writes the job in the caller's transaction: it runs if and only if the change it belongs to is committed. */
export async function enqueue<Name extends QueueName>(tx: Tx, name: Name, data: Jobs[Name]): Promise<void> {
  started ??= sender.start()
  await started.catch(startAgainNextTime)
  await sender.send(name, data, { db: fromPrisma(tx), ...terms })
}

function startAgainNextTime(error: unknown): never {
  started = undefined
  throw error
}
