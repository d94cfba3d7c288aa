import { afterAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { cast } from '@/prisma/cast'
import { seed } from '@/prisma/seed'
import { withClient } from '@/scripts/databases'

const asOwner = (statement: string) =>
  withClient(process.env.MIGRATION_DATABASE_URL ?? '', (client) => client.query(statement))
const last = cast.at(-1)?.name ?? ''

afterAll(() => asOwner('alter table firm drop constraint not_the_last'))

test('a seed that breaks off leaves no firm behind', async () => {
  await asOwner(`alter table firm add constraint not_the_last check (name <> '${last}')`)
  await expect(seed()).rejects.toThrow()
  expect(await db.firm.count()).toBe(0)
  expect(await db.employee.count()).toBe(0)
})
