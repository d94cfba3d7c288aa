import { beforeEach, expect, test } from 'vitest'
import { hoursWords } from '@/lib/cases/support/due-rules'
import { periodView } from '@/lib/cases/support/period'
import { getCaseNumbers, listOpenedPerDay, shareWithoutReset } from '@/lib/cases/support/statistics'
import { db } from '@/lib/db'
import { makeEmployee, makeFirm } from '../factories'
import { makeCase } from './cases'

const hour = 60 * 60_000

let now: Date
beforeEach(async () => {
  now = await databaseNow()
})

test('requests are counted by reason and by how they ended', async () => {
  const before = await getCaseNumbers(30)
  await openedCase({ reason: 'lost', state: 'done' })
  await openedCase({ reason: 'lost', state: 'found' })
  await openedCase({ reason: 'stolen', state: 'stopped' })
  await openedCase({ reason: 'broken', state: 'declined' })
  await openedCase({ reason: 'new_number', state: 'withdrawn' })
  await openedCase({ reason: 'new_number', state: 'ready' })

  expect(change(before, await getCaseNumbers(30))).toMatchObject({
    opened: 6,
    lost: 2,
    stolen: 1,
    broken: 1,
    new_number: 2,
    done: 1,
    found: 1,
    stopped: 1,
    declined: 1,
    withdrawn: 1,
    open: 1,
  })
})

test('a pending number change is no request', async () => {
  const before = await getCaseNumbers(365)
  await openedCase({
    kind: 'number_change',
    state: 'waiting',
    requestedNumber: '+12015550199',
    waitsUntil: now,
  })

  expect(await getCaseNumbers(365)).toEqual(before)
})

test('the time to the decision is given as median and longest', async () => {
  // Longer than any that the other tests leave behind, and an odd number that outweighs them.
  const longer = await getCaseNumbers(90)
  const hours = Array.from({ length: longer.answered * 2 + 3 }, (_, index) => 40 + index)
  const openedAt = ago(45 * 24)
  for (const after of hours) {
    await openedCase({ state: 'done', openedAt, decidedAt: new Date(openedAt.getTime() + after * hour) })
  }

  const [median] = await db.$queryRaw<[{ minutes: number }]>`
    select percentile_cont(0.5) within group (order by extract(epoch from decided_at - opened_at)::float8 / 60) as minutes
    from reset_case where decided_at is not null and opened_at > now() - interval '89 days'`
  const numbers = await getCaseNumbers(90)
  expect(numbers.answered).toBe(longer.answered + hours.length)
  expect(numbers.medianMinutes).toBe(median.minutes)
  expect(numbers.worstMinutes).toBe((40 + hours.length - 1) * 60)
})

test('before the first decision there is no time to show', async () => {
  await db.$executeRaw`update reset_case set opened_at = now() - interval '500 days' where kind = 'lost_phone'`
  await openedCase({ state: 'received' })

  const numbers = await getCaseNumbers(365)
  expect(numbers).toMatchObject({ opened: 1, answered: 0, medianMinutes: null, worstMinutes: null })
  expect(shareWithoutReset(numbers)).toBeNull()
})

test('late is a case without an answer in time, not one that waits or is approved', async () => {
  const before = await getCaseNumbers(30)
  const dueAt = ago(1)
  await openedCase({ state: 'received', dueAt })
  await openedCase({ state: 'seconding', dueAt })
  await openedCase({ state: 'checking', dueAt: ago(-1) })
  await openedCase({ state: 'asked', dueAt, pausedAt: ago(2) })
  await openedCase({ state: 'waiting', dueAt, waitsUntil: ago(-1) })
  await openedCase({ state: 'done', dueAt })

  expect(change(before, await getCaseNumbers(30))).toMatchObject({ open: 5, late: 2 })
})

test('a period begins with a whole day and ends today', async () => {
  const before = await getCaseNumbers(30)
  const midnight = new Date(now)
  midnight.setUTCHours(0, 0, 0, 0)
  const start = midnight.getTime() - 29 * 24 * hour
  await openedCase({ openedAt: new Date(start) })
  await openedCase({ openedAt: new Date(start - 1) })

  expect(change(before, await getCaseNumbers(30)).opened).toBe(1)
  const perDay = await listOpenedPerDay(30)
  expect(perDay).toHaveLength(30)
  expect(perDay[0]).toEqual({ day: new Date(start).toISOString().slice(0, 10), opened: 1 })
  expect(perDay.at(-1)?.day).toBe(midnight.toISOString().slice(0, 10))
})

test('the days of a period add up to what was opened, also across summer time', async () => {
  await openedCase({ openedAt: ago(200 * 24) })
  await openedCase({ openedAt: ago(0) })

  const perDay = await listOpenedPerDay(365)
  expect(perDay).toHaveLength(365)
  expect(new Set(perDay.map(({ day }) => day)).size).toBe(365)
  expect(perDay.reduce((sum, { opened }) => sum + opened, 0)).toBe((await getCaseNumbers(365)).opened)
})

test('the part that needed no reset is taken from what is closed', () => {
  const numbers = { opened: 10, open: 2, found: 2, done: 5, withdrawn: 1, declined: 0, stopped: 0 }
  const rest = { lost: 10, stolen: 0, broken: 0, new_number: 0, late: 0, answered: 5 }
  expect(shareWithoutReset({ ...numbers, ...rest, medianMinutes: 1, worstMinutes: 1 })).toBe(0.25)
})

test('an invalid address is read as thirty days', () => {
  expect(periodView.parse({ days: '90' })).toEqual({ days: 90 })
  for (const days of ['7', '9e1', '', ['30', '90'], undefined])
    expect(periodView.parse({ days })).toEqual({ days: 30 })
})

test('durations are written in hours and minutes', () => {
  expect([0, 59.4, 60, 312, 6000].map(hoursWords)).toEqual([
    '0 min',
    '59 min',
    '1 h 0 min',
    '5 h 12 min',
    '100 h 0 min',
  ])
})

async function openedCase(wishes: Parameters<typeof makeCase>[1]): Promise<void> {
  await makeCase(await makeEmployee(await makeFirm()), wishes)
}

type Numbers = Awaited<ReturnType<typeof getCaseNumbers>>

function change(before: Numbers, after: Numbers) {
  const keys = Object.keys(after).filter((key): key is keyof Numbers => key in before)
  return Object.fromEntries(keys.map((key) => [key, (after[key] ?? 0) - (before[key] ?? 0)]))
}

function ago(hours: number): Date {
  return new Date(now.getTime() - hours * hour)
}

async function databaseNow(): Promise<Date> {
  const [row] = await db.$queryRaw<[{ now: Date }]>`select now()`
  return row.now
}
