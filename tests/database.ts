import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { type DatabaseUrls, prepareDatabase, prepareRoles, urlsOf, withClient } from '@/scripts/databases'
import { migrate, readMigrations } from '@/scripts/migrate'
import { startPostgres } from '@/scripts/postgres'
import { isAlive } from '@/scripts/postgres-server'
import { readSecrets, readSettings, requireWritable, root, type Secrets } from '@/scripts/settings'

/** `run` is the process whose end makes the copies worthless. */
export type TestServer = { superuserUrl: string; secrets: Secrets; template: string; run: number }

/** A server of the tests' own, without the waiting for disks, and a migrated database to copy from. */
export async function startTestServer() {
  const directory = testDirectory()
  requireWritable(directory)
  const secrets = readSecrets(directory)
  const { superuserUrl, release } = await startPostgres({
    directory: join(directory, 'postgres'),
    password: secrets.postgres,
    durable: false,
  })
  await prepareRoles(superuserUrl, secrets)
  const template = await prepareTemplate(superuserUrl, secrets)
  const server: TestServer = { superuserUrl, secrets, template, run: process.pid }
  return { server, stop: () => dropCopies(superuserUrl).then(release) }
}

/** Vitest does not clear up when it is interrupted. */
export async function stopIdleServer() {
  if (!existsSync(join(testDirectory(), 'postgres/data/postmaster.pid'))) return
  const { stop } = await startTestServer()
  await stop()
}

/** A database for one test file: `from` the migrated template, or from the empty `template1`. */
export async function createCopy({ superuserUrl, secrets, template, run }: TestServer, from = template) {
  const name = `copy_${run}_${randomBytes(4).toString('hex')}`
  await withClient(superuserUrl, (client) =>
    client.query(`create database ${name} template ${from} owner portal_owner`),
  )
  return urlsOf(superuserUrl, name, secrets)
}

/** Takes every row out, past the triggers that keep some of them. Only the queues stay, which the migrations have made. */
export async function empty({ superuserUrl }: TestServer, { owner }: DatabaseUrls) {
  const url = new URL(superuserUrl)
  url.pathname = new URL(owner).pathname
  await withClient(url.href, (client) =>
    client.query(`
      set session_replication_role = replica;
      do $$ declare name text; begin
        for name in select format('%I.%I', schemaname, tablename) from pg_tables
          where schemaname = 'public' and tablename <> '_prisma_migrations' or schemaname = 'pgboss' and tablename in ('job', 'schedule')
        loop execute 'delete from ' || name; end loop;
      end $$`),
  )
}

/** Drops the copies of this run, and those that an interrupted run left. */
async function dropCopies(superuserUrl: string) {
  await withClient(superuserUrl, async (client) => {
    for (const name of await listDatabases(client, 'copy')) {
      const run = Number(name.split('_')[1])
      if (run === process.pid || !isAlive(run))
        await client.query(`drop database if exists ${name} with (force)`)
    }
  })
}

/** Made once for each state of the migrations; PostgreSQL's own template flag says that it was finished. */
async function prepareTemplate(superuserUrl: string, secrets: Secrets) {
  const name = `template_${digestSchema()}`
  await withClient(superuserUrl, async (client) => {
    await client.query('select pg_advisory_lock(1)')
    const { rows } = await client.query('select datistemplate from pg_database where datname = $1', [name])
    if (rows[0]?.datistemplate) return
    for (const old of await listDatabases(client, 'template')) {
      await client.query(`alter database ${old} is_template false`)
      await client.query(`drop database ${old} with (force)`)
    }
    const { owner } = await prepareDatabase(superuserUrl, name, secrets)
    await migrate(owner)
    await client.query(`alter database ${name} is_template true allow_connections false`)
  })
  return name
}

async function listDatabases(client: Client, prefix: 'copy' | 'template') {
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where datname ^@ $1',
    [`${prefix}_`],
  )
  return rows.map((row) => row.datname)
}

function testDirectory() {
  return join(readSettings().dataDirectory, 'tests')
}

function digestSchema() {
  const hash = createHash('sha256')
  for (const { name, checksum } of readMigrations()) hash.update(name).update(checksum)
  for (const file of ['lib/jobs/queues.ts', 'scripts/jobs-schema.ts', 'node_modules/pg-boss/package.json'])
    hash.update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
