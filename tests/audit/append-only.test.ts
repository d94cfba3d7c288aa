import { beforeAll, expect, test } from 'vitest'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { withClient } from '@/scripts/databases'
import { actorFor, makeFirm } from '../factories'

const changes = [
  `update audit_event set actor_name = 'somebody else'`,
  'delete from audit_event',
  'truncate audit_event',
]

beforeAll(async () => {
  const { admin } = await makeFirm()
  await record(db, actorFor(admin), 'sign-in.finished')
})

test.each(changes)('the role of the portal has no right to: %s', async (change) => {
  await expect(attempt(process.env.DATABASE_URL, change)).rejects.toThrow('permission denied')
})

test.each(changes)('even the owner of the schema is refused: %s', async (change) => {
  await expect(attempt(process.env.MIGRATION_DATABASE_URL, change)).rejects.toThrow('cannot be changed')
})

test('the role of the portal cannot switch the refusal off', async () => {
  const disarm = 'alter table audit_event disable trigger audit_event_append_only'
  await expect(attempt(process.env.DATABASE_URL, disarm)).rejects.toThrow('must be owner')
})

test('an event is rolled back together with its change', async () => {
  const { admin } = await makeFirm()
  const undone = db.$transaction(async (tx) => {
    await record(tx, actorFor(admin), 'employee.edited')
    throw new Error('the change failed')
  })
  await expect(undone).rejects.toThrow('the change failed')
  expect(await db.auditEvent.count({ where: { firmId: admin.firmId } })).toBe(0)
})

async function attempt(url: string | undefined, sql: string) {
  return withClient(url ?? '', (client) => client.query(sql))
}
