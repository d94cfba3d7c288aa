import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { withClient } from './databases'
import { prepareJobs } from './jobs-schema'
import { main, Problem } from './problem'
import { root } from './settings'

/** The key that Prisma's own engine locks, so that the two never run at once. */
const lockKey = 72707369

export type Migration = { name: string; sql: string; checksum: string }
type AppliedMigration = { name: string; checksum: string; finished: boolean }

/** The database was not made by the migrations of this version. Thrown before anything is changed. */
export class OtherHistory extends Problem {}

/**
 * Applies the folders of prisma/migrations with the role that owns the schema, and creates the job queues.
 * The bookkeeping is Prisma's, so `prisma migrate deploy` can take over at any time. Returns the names of what was applied.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(bookkeeping)
    const { rows } = await client.query<AppliedMigration>(
      `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null order by started_at`,
    )
    const migrations = readMigrations()
    requireSameHistory(rows, migrations)
    const known = new Set(rows.map(({ name }) => name))
    const names: string[] = []
    for (const migration of migrations) {
      if (known.has(migration.name)) continue
      await apply(client, migration)
      names.push(migration.name)
    }
    // Under the same lock: two processes that grant at once fail with "tuple concurrently updated".
    await prepareJobs(ownerUrl)
    return names
  })
}

export function readMigrations(): Migration[] {
  const directory = join(root, 'prisma/migrations')
  const names = readdirSync(directory).sort()
  return names.flatMap((name) => {
    const file = join(directory, name, 'migration.sql')
    if (!existsSync(file)) return []
    const sql = readFileSync(file, 'utf8')
    return [{ name, sql, checksum: createHash('sha256').update(sql).digest('hex') }]
  })
}

/** All before the first change: a database of another version would otherwise end up half in each. */
function requireSameHistory(applied: AppliedMigration[], migrations: Migration[]) {
  const ours = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  for (const { name, checksum, finished } of applied) {
    if (!finished)
      throw new OtherHistory(
        `The migration ${name} was started and never finished. Check whether its changes are in the database, then set finished_at of its row in _prisma_migrations, or delete that row.`,
      )
    if (!ours.has(name))
      throw new OtherHistory(
        `The database has the migration ${name}, which this version of the portal does not have. Nothing was changed. Deploy the version that the database belongs to, or use another database.`,
      )
    if (ours.get(name) !== checksum)
      throw new OtherHistory(
        `The migration ${name} was changed after it was applied to this database. Nothing was changed in the database. Restore the file, and write a new migration for the change.`,
      )
  }
}

/** A script sent as one query runs in one transaction, so a failing migration leaves only its own row behind. */
async function apply(client: Client, { name, sql, checksum }: Migration) {
  const id = randomUUID()
  await client.query('insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    await client.query(sql)
  } catch (error) {
    await client.query('delete from _prisma_migrations where id = $1', [id])
    throw new Problem(`PostgreSQL rejected the migration ${name}, and none of it was applied: ${error}`)
  }
  await client.query(
    'update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1',
    [id],
  )
}

const bookkeeping = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

if (process.argv[1] === import.meta.filename) {
  await main(async () => {
    const url = process.env.MIGRATION_DATABASE_URL
    if (!url)
      throw new Problem(
        'Set MIGRATION_DATABASE_URL to the address of the database, with the role that owns it (portal_owner).',
      )
    const applied = await migrate(url)
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
    return 0
  })
}
