import { spawnSync } from 'node:child_process'
import { expect, inject, test } from 'vitest'
import { withClient } from '@/scripts/databases'
import { migrate, readMigrations } from '@/scripts/migrate'
import { diffSchema } from '@/scripts/schema-diff'
import { migrateLocal } from '@/scripts/stage'
import { createCopy } from './database'

const createEmpty = () => createCopy(inject('testServer'), 'template1')

test('the migrations, applied to an empty database, result in what schema.prisma says', async () => {
  const { owner } = await createEmpty()
  expect(await diffSchema(owner)).toBe('')
})

test('three processes that migrate at once apply each migration once', async () => {
  const { owner } = await createEmpty()
  const applied = await Promise.all([migrate(owner), migrate(owner), migrate(owner)])
  expect(applied.flat()).toEqual(readMigrations().map(({ name }) => name))
})

test('a migration that was changed after it was applied is refused', async () => {
  const { owner } = await createEmpty()
  await migrate(owner)
  await withClient(owner, (client) => client.query(`update _prisma_migrations set checksum = 'another'`))
  await expect(migrate(owner)).rejects.toThrow('was changed after it was applied to this database')
})

test('a migration that never finished is refused with what to check', async () => {
  const { owner } = await createEmpty()
  await migrate(owner)
  await withClient(owner, (client) => client.query('update _prisma_migrations set finished_at = null'))
  await expect(migrate(owner)).rejects.toThrow('was started and never finished')
})

test('a database of another version is refused before anything changes', async () => {
  const { owner } = await createOlder()
  const before = await contentsOf(owner)

  await expect(migrate(owner)).rejects.toThrow(
    'The database has the migration 20250101000000_older, which this version of the portal does not have.',
  )

  expect(await contentsOf(owner)).toEqual(before)
})

test('the migrate script ends with one sentence for the operator and exit code 1', async () => {
  const { owner } = await createOlder()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/migrate.ts'], {
    env: { ...process.env, MIGRATION_DATABASE_URL: owner },
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr.trim()).toMatch(/^The database has the migration 20250101000000_older.+another database\.$/)
})

test('the demo on data of another version names --reset and changes nothing', async () => {
  const { owner } = await createOlder()
  const before = await contentsOf(owner)

  await expect(migrateLocal(owner, '/home/ada/portal/.data')).rejects.toThrow(
    'The data in /home/ada/portal/.data is from another version of the portal: run "npm run demo -- --reset"',
  )

  expect(await contentsOf(owner)).toEqual(before)
})

test('the role of the portal can change neither the schema nor the list of migrations', async () => {
  const { owner, app } = await createEmpty()
  await migrate(owner)
  const attempt = (sql: string) => withClient(app, (client) => client.query(sql))
  await expect(attempt('create table own (id int)')).rejects.toThrow('permission denied')
  await expect(attempt('delete from _prisma_migrations')).rejects.toThrow('permission denied')
  await expect(attempt('drop table firm')).rejects.toThrow('must be owner')
  await expect(attempt('drop table pgboss.job')).rejects.toThrow('must be owner')
})

/** What an older version left: a table of ours with other columns, one row, and its own bookkeeping. */
async function createOlder() {
  const urls = await createEmpty()
  await withClient(urls.owner, (client) =>
    client.query(`create table firm (title text);
      insert into firm values ('Harbor IT');
      create table _prisma_migrations (migration_name text, checksum text, started_at timestamptz default now(),
        finished_at timestamptz default now(), rolled_back_at timestamptz);
      insert into _prisma_migrations values ('20250101000000_older', 'of the older file')`),
  )
  return urls
}

function contentsOf(url: string) {
  return withClient(url, async (client) => {
    const { rows: firms } = await client.query('select * from firm')
    const { rows: migrations } = await client.query('select * from _prisma_migrations')
    const { rows: tables } = await client.query(`select table_schema, table_name, column_name, data_type
      from information_schema.columns where table_schema in ('public', 'pgboss') order by 1, 2, 3`)
    return { firms, migrations, tables }
  })
}
