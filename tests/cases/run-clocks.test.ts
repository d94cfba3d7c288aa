import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { readFacts } from '@/lib/access/readiness-facts'
import { runCaseClocks } from '@/lib/cases/clock/run-clocks'
import { startNumberChange } from '@/lib/cases/firm/start-number-change'
import { answerQuestion } from '@/lib/cases/person/answer-question'
import { approveCase } from '@/lib/cases/support/approve-case'
import { askMore } from '@/lib/cases/support/ask-more'
import { takeCase } from '@/lib/cases/support/take-case'
import { db } from '@/lib/db'
import { readinessOf } from '@/lib/employees/readiness'
import { pageSecret } from '@/lib/mail-links/case-links'
import { offeredMethods } from '@/lib/sign-in-methods/offer-rules'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { actorFor, makeEmployee, makeSession, uniqueNumber } from '../factories'
import { anything } from '../firms/policies'
import { makeCase } from './cases'
import { checkCaseInvariants } from './invariants'
import { moveClock } from './moved-clock'
import {
  approve,
  done,
  makeClient,
  makeDesk,
  makeOwner,
  openLostPhone,
  sendNotifications,
  startChange,
  verify,
} from './walk'

// The database lives in another year than this process, and in a zone with summer time: neither may matter.
const clock = await moveClock('America/New_York')

let desk: [Actor, Actor, Actor]
const note = 'Called back, all is well.'
const seen = { place: 'Boston', browser: 'Firefox' }

beforeAll(async () => {
  await clock.goTo('2027-06-01T12:00:00Z')
  desk = await makeDesk()
})
afterEach(checkCaseInvariants)
afterAll(() => clock.stop())

const openOne = async () => openLostPhone(await makeOwner(await makeClient()))

async function stateOf(caseId: string): Promise<string> {
  return (await db.resetCase.findUniqueOrThrow({ where: { id: caseId } })).state
}

/** Hours between two moments of a case, as the database counts them. */
async function hoursBetween(caseId: string, from: string, to: string): Promise<number> {
  const [found] = await db.$queryRawUnsafe<Array<{ hours: number }>>(
    `select extract(epoch from ${to} - ${from})::float8 / 3600 as hours from reset_case where id = $1::uuid`,
    caseId,
  )
  return found?.hours ?? Number.NaN
}

type Notified = { kind: string; employeeId: string; isBreach?: boolean }

/** The mails that the clocks have ordered for a case, in no order. */
async function ordered(caseId: string): Promise<Notified[]> {
  const rows = await db.$queryRaw<Array<{ content: Notified }>>`
    select n.content from notification n join pgboss.job j on j.name = 'notification' and j.data->>'notificationId' = n.id::text
    where n.content->>'caseId' = ${caseId}`
  return rows.map(({ content: { kind, employeeId, isBreach } }) =>
    isBreach === undefined ? { kind, employeeId } : { kind, employeeId, isBreach },
  )
}

const lateMailTo = (supporter: Actor, isBreach: boolean): Notified => ({
  kind: 'case-late',
  employeeId: supporter.employeeId,
  isBreach,
})
const inAnyOrder = (notified: Notified[]) =>
  notified.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort()

test('an approved case is carried out when its hold is over, and not a minute before', async () => {
  const open = await openOne()
  await approve(open, desk[0])
  await clock.passHours(23.95)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('waiting')
  await clock.passHours(0.1)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('ready')
  expect(await hoursBetween(open.caseId, 'decided_at', 'completed_at')).toBeGreaterThanOrEqual(24)
})

test('the hold of an admin is 48 hours', async () => {
  const open = await openLostPhone(await makeOwner(await makeClient(), { role: 'admin' }))
  await verify(open, desk[0])
  const by = { byId: desk[0].employeeId, byName: 'An admin' }
  await db.caseEvidence.create({ data: { caseId: open.caseId, kind: 'admin_confirmed', ...by } })
  done(await approveCase(desk[0], { caseId: open.caseId, note }, provider))
  await verify(open, desk[1])
  done(await approveCase(desk[1], { caseId: open.caseId, note }, provider))
  await sendNotifications(open.caseId)
  expect(await hoursBetween(open.caseId, 'decided_at', 'waits_until')).toBe(48)
  await clock.passHours(47.9)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('waiting')
  await clock.passHours(0.2)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('ready')
})

test('a case whose approval mail is not sent yet starts its hold once it is', async () => {
  const open = await openOne()
  await verify(open, desk[0])
  done(await approveCase(desk[0], { caseId: open.caseId, note }, provider))
  await clock.passHours(25)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('waiting')
  expect(await hoursBetween(open.caseId, 'now()', 'waits_until')).toBeCloseTo(1 / 60, 2)

  await sendNotifications(open.caseId)
  await clock.passHours(0.5)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('waiting')
  expect(await hoursBetween(open.caseId, 'decided_at', 'waits_until')).toBeCloseTo(49, 1)
  await clock.passHours(23.4)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('waiting')
  await clock.passHours(0.2)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('ready')
})

test('one notification that is not sent yet holds the case back', async () => {
  const open = await openOne()
  await approve(open, desk[0])
  await db.$executeRaw`
    update case_message set sent_at = null where case_id = ${open.caseId}::uuid and channel = 'text'`
  await clock.passHours(25)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('waiting')
})

test('notifications sent within the hour delay nothing', async () => {
  const open = await openOne()
  await verify(open, desk[0])
  done(await approveCase(desk[0], { caseId: open.caseId, note }, provider))
  await clock.passHours(0.5)
  await sendNotifications(open.caseId)
  await clock.passHours(23.6)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('ready')
})

test('where every notification was refused the case waits a day more', async () => {
  const open = await openOne()
  await approve(open, desk[0])
  await db.$executeRaw`
    update case_message set refused_at = now(), sent_at = null where case_id = ${open.caseId}::uuid`
  await clock.passHours(24.1)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('waiting')
  expect(await hoursBetween(open.caseId, 'decided_at', 'waits_until')).toBe(48)
  await clock.passHours(24)
  await runCaseClocks()
  expect(await stateOf(open.caseId)).toBe('ready')
})

test('a pending number takes effect after 24 hours, and proves nothing yet', async () => {
  const firm = await makeClient()
  const person = await makeOwner(firm)
  await makeSession(person)
  const { caseId, newNumber } = await startChange(firm, person)
  await sendNotifications(caseId)
  await clock.passHours(23.9)
  await runCaseClocks()
  expect(await db.employee.findUnique({ where: { id: person.id } })).toMatchObject({
    mobileNumber: person.mobileNumber,
    vendorUserId: person.vendorUserId,
  })

  await clock.passHours(0.2)
  await runCaseClocks()
  expect(await stateOf(caseId)).toBe('done')
  expect(await db.employee.findUnique({ where: { id: person.id } })).toMatchObject({
    mobileNumber: newNumber,
    vendorUserId: null,
    vendorState: 'waiting',
    numberProvenAt: null,
    factorResetAt: null,
  })
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
  const jobs = await db.$queryRaw`
    select name from pgboss.job where name in ('register-at-vendor', 'remove-at-vendor')
      and data::text ~ ${`${person.id}|${person.vendorUserId}`} order by name`
  expect(jobs).toEqual([{ name: 'register-at-vendor' }, { name: 'remove-at-vendor' }])
})

/** A person who used to sign in by the vendor's app, in a firm that takes no less, after a new number has taken effect. */
async function withNewNumber() {
  const firm = await makeClient()
  await db.firm.update({ where: { id: firm.id }, data: { minimumTech: 'strong' } })
  const person = await makeOwner(firm)
  const used = { vendorAppUsedAt: new Date(), testedAt: new Date() }
  await db.employee.update({ where: { id: person.id }, data: used })
  const { caseId } = await startChange(firm, person)
  await sendNotifications(caseId)
  await clock.passHours(24.1)
  await runCaseClocks()
  const registered = { vendorUserId: `new ${person.id}`, vendorState: 'registered' } as const
  return db.employee.update({ where: { id: person.id }, data: registered })
}

test('a text is offered after a pending number took effect, for a phone without Authy', async () => {
  const { id } = await withNewNumber()
  const methods = await findMethods(id)
  expect(methods?.own).toMatchObject({ hasVendorApp: true, hasUsedVendorApp: false })
  expect(methods && offeredMethods(methods, 'sign_in')).toContain('text')
})

test('a person is no longer tested after a pending number took effect', async () => {
  const { readinessFacts } = await withNewNumber()
  expect(readinessOf(readFacts(readinessFacts), anything)).toBe('not-confirmed')
})

test('a completed case closes a pending number change of the same person', async () => {
  const firm = await makeClient()
  const person = await makeOwner(firm)
  const open = await openLostPhone(person)
  await approve(open, desk[0])
  await clock.passHours(20)
  const held = await startChange(firm, person)
  await sendNotifications(held.caseId)
  await clock.passHours(4.1)
  await runCaseClocks()
  expect([await stateOf(open.caseId), await stateOf(held.caseId)]).toEqual(['ready', 'withdrawn'])
})

test('a case without an answer notifies every supporter at 48 and 72 hours', async () => {
  const { caseId, person } = await openOne()
  const apology = { kind: 'case-answer-late', employeeId: person.id }
  await clock.passHours(47.9)
  await runCaseClocks()
  expect(await ordered(caseId)).toEqual([])

  await clock.passHours(0.2)
  await runCaseClocks()
  await runCaseClocks()
  const atDue = [apology, ...desk.map((supporter) => lateMailTo(supporter, false))]
  expect(inAnyOrder(await ordered(caseId))).toEqual(inAnyOrder(atDue))

  await clock.passHours(24)
  await runCaseClocks()
  await runCaseClocks()
  const atBreach = desk.map((supporter) => lateMailTo(supporter, true))
  expect(inAnyOrder(await ordered(caseId))).toEqual(inAnyOrder([...atDue, ...atBreach]))
})

test('a supporter’s case is due after 24 hours and notifies the two others', async () => {
  const [person, second, third] = desk
  const employee = await db.employee.findUniqueOrThrow({ where: { id: person.employeeId } })
  const { caseId } = await openLostPhone(employee)
  expect(await hoursBetween(caseId, 'opened_at', 'due_at')).toBe(24)
  await clock.passHours(24.1)
  await runCaseClocks()
  const notified = [
    { kind: 'case-answer-late', employeeId: person.employeeId },
    lateMailTo(second, false),
    lateMailTo(third, false),
  ]
  expect(inAnyOrder(await ordered(caseId))).toEqual(inAnyOrder(notified))
})

test('a case that waits for an answer is never late, and gets the time back', async () => {
  const open = await openOne()
  await verify(open, desk[0])
  await clock.passHours(10)
  done(await askMore(desk[0], { caseId: open.caseId, question: 'Who is your admin?' }))
  await clock.passHours(100)
  await runCaseClocks()
  expect(await ordered(open.caseId)).toEqual([])

  done(await answerQuestion({ link: pageSecret(open.caseId), answer: 'Mara.' }, seen))
  expect(await hoursBetween(open.caseId, 'opened_at', 'due_at')).toBeCloseTo(148, 3)
  expect(await hoursBetween(open.caseId, 'opened_at', 'breach_at')).toBeCloseTo(172, 3)
  await clock.passHours(37)
  await runCaseClocks()
  expect(await ordered(open.caseId)).toEqual([])
  await clock.passHours(1.1)
  await runCaseClocks()
  expect(await ordered(open.caseId)).toHaveLength(1 + desk.length)
})

test('a supporter who continues without the answer restarts the clocks', async () => {
  const open = await openOne()
  await verify(open, desk[0])
  done(await askMore(desk[0], { caseId: open.caseId, question: 'Who is your admin?' }))
  await clock.passHours(5)
  done(await takeCase(desk[1], open.caseId))
  expect(await hoursBetween(open.caseId, 'opened_at', 'due_at')).toBeCloseTo(53, 3)
})

test('a person who has not enrolled the new phone after a day is reminded once', async () => {
  const open = await openOne()
  await approve(open, desk[0])
  await clock.passHours(24.1)
  await runCaseClocks()
  await clock.passHours(23.9)
  await runCaseClocks()
  expect(await ordered(open.caseId)).toEqual([])
  await clock.passHours(0.2)
  await runCaseClocks()
  await runCaseClocks()
  await clock.passHours(48)
  await runCaseClocks()
  expect(await ordered(open.caseId)).toEqual([{ kind: 'enrollment-unused', employeeId: open.person.id }])
})

test('a worker that was stopped for days does everything once, also two at once', async () => {
  const [late, lost] = [await openOne(), await openOne()]
  await approve(lost, desk[0])
  const firm = await makeClient()
  const held = await startChange(firm, await makeOwner(firm))
  await sendNotifications(held.caseId)
  await clock.passHours(80)
  await Promise.all([runCaseClocks(), runCaseClocks(), runCaseClocks()])
  await runCaseClocks()

  expect(await stateOf(lost.caseId)).toBe('ready')
  expect(await stateOf(held.caseId)).toBe('done')
  const notified = [
    { kind: 'case-answer-late', employeeId: late.person.id },
    ...desk.map((supporter) => lateMailTo(supporter, true)),
  ]
  expect(inAnyOrder(await ordered(late.caseId))).toEqual(inAnyOrder(notified))
  await clock.passHours(30)
  await Promise.all([runCaseClocks(), runCaseClocks()])
  expect(await ordered(lost.caseId)).toEqual([{ kind: 'enrollment-unused', employeeId: lost.person.id }])
})

test('fifty cases that are late at once are all notified', async () => {
  const firm = await makeClient()
  const opened = new Date(await databaseTime())
  const cases = []
  for (let number = 0; number < 50; number++)
    cases.push(await makeCase(await makeEmployee(firm), { openedAt: opened }))
  await clock.passHours(49)
  await runCaseClocks()
  for (const { id } of cases) expect(await ordered(id)).toHaveLength(1 + desk.length)
})

test('a case that cannot be carried out holds up no other', async () => {
  const firm = await makeClient()
  const [broken, whole] = [await makeOwner(firm), await makeOwner(firm)]
  const first = await startChange(firm, broken)
  const second = await startChange(firm, whole)
  await sendNotifications(first.caseId)
  await sendNotifications(second.caseId)
  await clock.asOwner(`
    create function refuse_for_the_test() returns trigger language plpgsql as $$ begin raise 'not now'; end $$;
    create trigger refuse_for_the_test before update on employee for each row
      when (old.id = '${broken.id}') execute function refuse_for_the_test()`)
  await clock.passHours(24.1)
  await expect(runCaseClocks()).rejects.toThrow('not now')
  expect([await stateOf(first.caseId), await stateOf(second.caseId)]).toEqual(['waiting', 'done'])
  await clock.asOwner('drop trigger refuse_for_the_test on employee')
  await runCaseClocks()
  expect(await stateOf(first.caseId)).toBe('done')
})

async function databaseTime(): Promise<Date> {
  const [time] = await db.$queryRaw<Array<{ now: Date }>>`select now() as now`
  return time?.now ?? new Date(Number.NaN)
}

const changes = [
  ['America/New_York', 'into summer', '2027-03-13T20:00:00Z'],
  ['America/New_York', 'out of summer', '2026-10-31T20:00:00Z'],
  ['Europe/Berlin', 'into summer', '2027-03-27T20:00:00Z'],
  ['Europe/Berlin', 'out of summer', '2026-10-24T20:00:00Z'],
] as const

test.each(changes)('in %s, %s, every clock counts real hours', async (zone, _, moment) => {
  await clock.goTo(moment)
  const open = await openOne()
  const { caseId } = open
  expect(await hoursBetween(caseId, 'opened_at', 'due_at')).toBe(48)
  expect(await hoursBetween(caseId, 'opened_at', 'breach_at')).toBe(72)
  await verify(open, desk[0])
  done(await askMore(desk[0], { caseId, question: 'Who is your admin?' }))
  await clock.passHours(18)
  done(await answerQuestion({ link: pageSecret(caseId), answer: 'Mara.' }, seen))
  expect(await hoursBetween(caseId, 'opened_at', 'due_at')).toBeCloseTo(66, 3)

  await clock.goTo(moment)
  const waiting = await openOne()
  await approve(waiting, desk[0])
  expect(await hoursBetween(waiting.caseId, 'decided_at', 'waits_until')).toBe(24)
  await clock.passHours(23.95)
  await runCaseClocks()
  expect(await stateOf(waiting.caseId)).toBe('waiting')
  await clock.passHours(0.1)
  await runCaseClocks()
  expect(await stateOf(waiting.caseId)).toBe('ready')

  await clock.goTo(moment)
  const firm = await makeClient()
  const person = await makeOwner(firm)
  await db.$transaction(async (tx) => {
    // Here even the session itself has the local time.
    await tx.$executeRawUnsafe(`set local timezone = '${zone}'`)
    await startNumberChange(tx, actorFor(firm.admin), person, uniqueNumber())
  })
  const { id } = await db.resetCase.findFirstOrThrow({ where: { employeeId: person.id } })
  expect(await hoursBetween(id, 'opened_at', 'waits_until')).toBe(24)
})

test('times are written and read the same, whatever the time zone of the server', async () => {
  const [zones] = await db.$queryRaw<Array<{ server: string; text: string; read: Date }>>`
    select s.setconfig::text as server, now()::text as text, now() as read
    from pg_db_role_setting s where s.setdatabase = (select oid from pg_database where datname = current_database())`
  expect(zones?.server).toContain('America/New_York')
  expect(zones?.read.toISOString().slice(0, 19)).toBe(zones?.text.slice(0, 19).replace(' ', 'T'))
  expect(zones?.text).toMatch(/\+00$/)
})
