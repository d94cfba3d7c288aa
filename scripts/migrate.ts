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

/**
 * Applies the folders of prisma/migrations with the role that owns the schema, and brings up the job queues.
 * The book-keeping is Prisma's, so `prisma migrate deploy` can take over at any time. Returns what was applied.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const applied = await withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(bookkeeping)
    const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
      `select migration_name, checksum, finished_at is not null as finished from _prisma_migrations where rolled_back_at is null`,
    )
    const known = new Map(rows.map((row) => [row.migration_name, row]))
    const names: string[] = []
    for (const migration of readMigrations()) {
      const row = known.get(migration.name)
      if (row && !row.finished)
        throw new Problem(`The migration ${migration.name} failed half way: repair the database first.`)
      if (row && row.checksum !== migration.checksum)
        throw new Problem(
          `The migration ${migration.name} was changed after it had been applied: write a new one instead.`,
        )
      if (row) continue
      await apply(client, migration)
      names.push(migration.name)
    }
    return names
  })
  await prepareJobs(ownerUrl)
  return applied
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
    throw new Problem(`The migration ${name} was refused by PostgreSQL and nothing of it was kept: ${error}`)
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
    if (!url) throw new Problem('Set MIGRATION_DATABASE_URL to the database, with the role that owns it.')
    const applied = await migrate(url)
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to apply.')
    return 0
  })
}
