import { expect, test } from 'vitest'
import { isReady } from '@/lib/readiness'
import { withClient } from '@/scripts/databases'

test('only a completely migrated database makes the portal ready', async () => {
  expect(await isReady()).toBe(true)

  await asOwner(`update _prisma_migrations set finished_at = null where migration_name like '%guarantees'`)
  expect(await isReady()).toBe(false)

  await asOwner('update _prisma_migrations set finished_at = now()')
  expect(await isReady()).toBe(true)
})

test('a migration that only a newer build knows does no harm', async () => {
  await asOwner(
    `insert into _prisma_migrations (id, checksum, migration_name) values ('1', 'x', '99999999999999_later')`,
  )
  expect(await isReady()).toBe(true)
})

test('a database that keeps one waiting is as good as none', async () => {
  await withClient(process.env.MIGRATION_DATABASE_URL ?? '', async (client) => {
    await client.query('begin')
    await client.query('lock table _prisma_migrations in access exclusive mode')
    expect(await isReady()).toBe(false)
    await client.query('rollback')
  })
})

function asOwner(sql: string) {
  return withClient(process.env.MIGRATION_DATABASE_URL ?? '', (client) => client.query(sql))
}
