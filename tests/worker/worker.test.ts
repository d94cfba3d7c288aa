import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { notify } from '@/lib/notifications/notify'
import { askReset } from '@/lib/passwords/ask-reset'
import { setPassword } from '@/lib/passwords/set-password'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { startWorker } from '@/lib/worker/worker'
import { makeCase, makeNotification } from '../cases/cases'
import { newPassword, newPerson, secretOf, visitor } from '../passwords/people'
import { startMailServer } from './mail-server'

let server: Awaited<ReturnType<typeof startMailServer>>
const texter = { send: async () => 'refused' as const }
const stops: Array<() => Promise<void>> = []

beforeAll(async () => {
  server = await startMailServer()
  const outside = { mailer: server.mailer, texter, provider }
  stops.push(await startWorker(outside), await startWorker(outside))
}, 30_000)
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()))
  await server.stop()
}, 30_000)
beforeEach(() => {
  server.state.refuse = false
})

const seen = { at: '2026-11-24T12:05:00.000Z', place: 'Austin', browser: 'Chrome on Windows' }

function statesOfNotifications(employeeId: string) {
  return db.$queryRaw<Array<{ state: string }>>`
    select j.state::text as state from pgboss.job j join notification n on j.data->>'notificationId' = n.id::text
    where j.name = 'notification' and n.employee_id = ${employeeId}::uuid`
}

test('a notification is mailed within ten seconds', async () => {
  const person = await newPerson()
  await notify(db, { kind: 'new-browser', employeeId: person.id, ...seen })
  await expect.poll(() => server.mailsTo(person.email), { timeout: 10_000 }).toHaveLength(1)
})

test('a message of a case is sent by the worker, and its row is marked', async () => {
  const person = await newPerson()
  const id = crypto.randomUUID()
  await makeNotification(await makeCase(person), { id })
  await enqueue(db, 'case-message', { notificationId: id })
  await expect.poll(() => server.mailsTo(person.email), { timeout: 60_000 }).toHaveLength(1)
  const sentAt = async () => (await db.caseMessage.findUniqueOrThrow({ where: { id } })).sentAt
  await expect.poll(sentAt, { timeout: 60_000 }).toBeInstanceOf(Date)
})

test('the clocks of cases are looked at every minute', async () => {
  const planned = await db.$queryRaw<unknown[]>`select name, cron from pgboss.schedule order by name`
  expect(planned).toEqual([
    { name: 'case-clocks', cron: '* * * * *' },
    { name: 'housekeeping', cron: '*/10 * * * *' },
  ])
})

test('two workers mail each of many messages once', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => newPerson()))
  await Promise.all(people.map(({ id }) => notify(db, { kind: 'push-denied', employeeId: id, ...seen })))
  const counts = () => people.map(({ email }) => server.mailsTo(email).length)
  await expect.poll(counts, { timeout: 60_000 }).not.toContain(0)
  expect(Math.max(...counts())).toBe(1)
})

test('a job whose transaction is rolled back never runs', async () => {
  const [person, other] = [await newPerson(), await newPerson()]
  const change = db.$transaction(async (tx) => {
    await notify(tx, { kind: 'new-browser', employeeId: person.id, ...seen })
    throw new Error('changed my mind')
  })
  await expect(change).rejects.toThrow('changed my mind')
  await notify(db, { kind: 'new-browser', employeeId: other.id, ...seen })
  await expect.poll(() => server.mailsTo(other.email), { timeout: 60_000 }).toHaveLength(1)
  expect(server.mailsTo(person.email)).toEqual([])
})

test('a mail server that refuses leaves the message waiting for another try', async () => {
  const person = await newPerson()
  server.state.refuse = true
  await notify(db, { kind: 'new-browser', employeeId: person.id, ...seen })
  await expect.poll(() => statesOfNotifications(person.id), { timeout: 60_000 }).toEqual([{ state: 'retry' }])
})

test('a forgotten password comes by mail, and its link works once', async () => {
  const person = await newPerson()
  await askReset(person.email, { ...visitor, address: crypto.randomUUID() })
  await expect.poll(() => server.mailsTo(person.email), { timeout: 60_000 }).toHaveLength(1)
  const secret = secretOf(
    /http:\S+\/set-password\/[\w-]{43}/.exec(server.mailsTo(person.email)[0]?.text ?? '')?.[0] ?? '',
  )
  expect((await setPassword(secret, newPassword, visitor)).ok).toBe(true)
  expect((await setPassword(secret, newPassword, visitor)).ok).toBe(false)
})

test('the jobs of a forgotten password hold no link', async () => {
  const person = await newPerson()
  await askReset(person.email, { ...visitor, address: crypto.randomUUID() })
  await expect.poll(() => server.mailsTo(person.email), { timeout: 60_000 }).toHaveLength(1)
  const [stored] = await db.$queryRaw<Array<{ row: string }>>`
    select row_to_json(j)::text as row from pgboss.job j where j.data->>'email' = ${person.email}`
  expect(stored?.row).not.toMatch(/[\w-]{43}/)
})

test('the worker continues when all its connections are cut, as in a database restart', async () => {
  const person = await newPerson()
  await db.$queryRaw`
    select pg_terminate_backend(pid)::text from pg_stat_activity
    where application_name = 'portal-worker' and datname = current_database()`
  await notify(db, { kind: 'new-browser', employeeId: person.id, ...seen })
  await expect.poll(() => server.mailsTo(person.email), { timeout: 60_000 }).toHaveLength(1)
}, 20_000)

test('the last word of a stopping worker is the end of its job', async () => {
  const person = await newPerson()
  const sent: string[] = []
  let begin = () => {}
  const started = new Promise<void>((resolve) => {
    begin = resolve
  })
  await Promise.all(stops.splice(0).map((stop) => stop()))
  const slow = {
    sendMail: async ({ to }: { to: string }) => {
      if (to === person.email) begin()
      await new Promise((resolve) => setTimeout(resolve, 300))
      sent.push(to)
      return 'sent' as const
    },
  }
  const stop = await startWorker({ mailer: slow, texter, provider })
  await notify(db, { kind: 'new-browser', employeeId: person.id, ...seen })
  await started
  await stop()
  expect(sent).toContain(person.email)
  expect(await statesOfNotifications(person.id)).toEqual([{ state: 'completed' }])
}, 20_000)
