import { inject } from 'vitest'
import { findFreePort } from '@/scripts/ports'
import { portalEnvironment } from '@/scripts/settings'
import { createCopy } from './database'

// Before any module of the portal is loaded, since these read their settings while they load.
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
