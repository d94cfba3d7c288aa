import { inject } from 'vitest'
import { withClient } from '@/scripts/databases'
import { findFreePort } from '@/scripts/ports'
import { portalEnvironment } from '@/scripts/settings'
import { createCopy, empty } from './database'

/** A worker that runs one file after the other keeps its database, and the modules that have read its settings. */
const kept = globalThis as { testDatabase?: Awaited<ReturnType<typeof createCopy>> }
if (!kept.testDatabase) kept.testDatabase = await prepareWorker()
else if (inject('startsEmpty')) await empty(inject('testServer'), kept.testDatabase)
else await forgetLimits(kept.testDatabase)

// Before any module of the portal is loaded, since these read their settings while they load.
async function prepareWorker() {
  const server = inject('testServer')
  const database = await createCopy(server)
  const environment = portalEnvironment('test', server.secrets, {
    databaseUrl: database.app,
    portalUrl: 'http://localhost:3000',
    simulatorUrl: `http://127.0.0.1:${await findFreePort()}`,
    smtpPort: await findFreePort(),
  })
  Object.assign(process.env, environment, {
    MIGRATION_DATABASE_URL: database.owner,
    PASSWORD_COST: '4',
    LOG_LEVEL: 'silent',
  })
  return database
}

/** What the visitors of one file have used up is no matter of the next: all come from the same few addresses. */
async function forgetLimits({ owner }: { owner: string }) {
  await withClient(owner, (client) => client.query('delete from rate_limit'))
}
