import { fromPrisma, PgBoss } from 'pg-boss'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Jobs, QueueName } from './queues'

// Retries for about an hour; a job of a killed worker is free again after a minute.
const terms = {
  retryLimit: 8,
  retryDelay: 15,
  retryBackoff: true,
  expireInSeconds: 60,
  deleteAfterSeconds: 86_400,
}

// Retries every ten minutes for a month: no case is approved before its notifications are sent.
const untilItIsSent = { retryLimit: 5000, retryDelayMax: 600, retentionSeconds: 35 * 86_400 }

/** Writes the job in the caller's transaction, so it runs only if the change is committed. */
export async function enqueue<Name extends QueueName>(tx: Tx, name: Name, data: Jobs[Name]): Promise<void> {
  sender ??= startSender()
  const boss = await sender.catch(startAgainNextTime)
  const patience = name === 'case-message' ? untilItIsSent : {}
  await boss.send(name, data, { db: fromPrisma(tx), ...terms, ...patience })
}

let sender: Promise<PgBoss> | undefined

/** Opens its own connection: transactions waiting for this answer may use up the portal's pool. */
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
