import { expect, inject, test } from 'vitest'
import { withClient } from '@/scripts/databases'
import { migrate, readMigrations } from '@/scripts/migrate'
import { diffSchema } from '@/scripts/schema-diff'
import { createCopy } from './database'

const createEmpty = () => createCopy(inject('testServer'), 'template1')

test('the migrations, played in an empty database, lead to exactly what schema.prisma says', async () => {
  const { owner } = await createEmpty()
  expect(await diffSchema(owner)).toBe('')
})

test('three processes that migrate at once apply each migration once', async () => {
  const { owner } = await createEmpty()
  const applied = await Promise.all([migrate(owner), migrate(owner), migrate(owner)])
  expect(applied.flat()).toEqual(readMigrations().map(({ name }) => name))
})

test('a migration that was changed after it had been applied is refused', async () => {
  const { owner } = await createEmpty()
  await migrate(owner)
  await withClient(owner, (client) => client.query(`update _prisma_migrations set checksum = 'another'`))
  await expect(migrate(owner)).rejects.toThrow('was changed after it had been applied')
})

test('the role of the portal can neither change the schema nor the book-keeping of migrations', async () => {
  const { owner, app } = await createEmpty()
  await migrate(owner)
  const attempt = (sql: string) => withClient(app, (client) => client.query(sql))
  await expect(attempt('create table own (id int)')).rejects.toThrow('permission denied')
  await expect(attempt('delete from _prisma_migrations')).rejects.toThrow('permission denied')
  await expect(attempt('drop table firm')).rejects.toThrow('must be owner')
  await expect(attempt('drop table pgboss.job')).rejects.toThrow('must be owner')
})
