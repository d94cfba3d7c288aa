import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { withClient } from './databases'
import { createData } from './postgres-data'
import { findHome, type Home } from './postgres-home'
import { launchServer, runningServer, stopServer } from './postgres-server'
import { Problem } from './problem'

export type Postgres = {
  superuserUrl: string
  /** Stops the server once nobody else is connected, so that two runs may share one. */
  release: () => Promise<void>
}

type Options = { directory: string; password: string; durable: boolean }

/** PostgreSQL from the npm package on a port of its own. A server that outlived its starter is used again. */
export async function startPostgres({ directory, password, durable }: Options): Promise<Postgres> {
  const home = findHome(directory)
  const data = join(home.directory, 'data')
  if (!existsSync(data)) createData(home, password)

  const { port, connection } = await connect(home, password, durable)
  return {
    superuserUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    release: async () => {
      await connection.end().catch(() => {})
      if (!(await isUsed(data, password))) await stopServer(data)
    },
  }
}

/** Asks over a new connection: the first one is lost if the server was restarted meanwhile. */
async function isUsed(data: string, password: string): Promise<boolean> {
  const server = runningServer(data)
  if (!server) return false
  const url = `postgresql://postgres:${password}@127.0.0.1:${server.port}/postgres`
  const count = withClient(url, (client) =>
    client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    ),
  )
  return count.then(
    ({ rowCount }) => rowCount !== 0,
    () => false,
  )
}

/** The first start after a crash can fail while the kernel still clears up behind the old server, hence the attempts. */
async function connect(home: Home, password: string, durable: boolean) {
  const data = join(home.directory, 'data')
  let lastWords = ''
  for (let attempt = 0; attempt < 8; attempt++) {
    const running = runningServer(data)
    if (!running) await launchServer(home, durable)
    for (let wait = 0; wait < 150; wait++) {
      const server = runningServer(data)
      if (!server) break
      const connection = new Client({
        host: '127.0.0.1',
        port: server.port,
        user: 'postgres',
        password,
        database: 'postgres',
      })
      connection.on('error', () => {})
      try {
        await connection.connect()
        return { port: server.port, connection }
      } catch (error) {
        lastWords = String(error)
        if (lastWords.includes('password authentication failed'))
          throw new Problem(
            `The passwords in secrets.json do not match the database in ${home.directory}. Restore that file, or delete the data with "npm run demo -- --reset".`,
          )
        await pause(100)
      }
    }
    await pause(300 * attempt)
  }
  throw new Problem(
    `PostgreSQL did not start. Its log is ${join(home.directory, 'server.log')}. ${lastWords}`,
  )
}
