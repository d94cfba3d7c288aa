import { fromPrisma, PgBoss } from 'pg-boss'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Jobs, QueueName } from './queues'

// Tried for about an hour in all. A job whose worker was killed is free again after a minute.
const terms = {
  retryLimit: 8,
  retryDelay: 15,
  retryBackoff: true,
  expireInSeconds: 60,
  deleteAfterSeconds: 86_400,
}

// No case is approved before its notices went out, however long the mail server is away: a try every ten minutes, for a month.
const untilItIsSent = { retryLimit: 5000, retryDelayMax: 600, retentionSeconds: 35 * 86_400 }

/** Writes the job in the caller's transaction: it runs if and only if the change it belongs to is committed. */
export async function enqueue<Name extends QueueName>(tx: Tx, name: Name, data: Jobs[Name]): Promise<void> {
  sender ??= startSender()
  const boss = await sender.catch(startAgainNextTime)
  const patience = name === 'case-message' ? untilItIsSent : {}
  await boss.send(name, data, { db: fromPrisma(tx), ...terms, ...patience })
}

let sender: Promise<PgBoss> | undefined

/**
 * This process only sends; fetching, retrying and cleaning are the worker's. What the queues are is read over one
 * connection of its own: the portal's pool may be held by transactions that wait for this very answer.
 */
function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    application_name: 'portal-jobs',
    max: 1,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', (error) => log.error({ reason: error.message }, 'The job queue failed'))
  return boss.start()
}

function startAgainNextTime(error: unknown): never {
  sender = undefined
  throw error
}
