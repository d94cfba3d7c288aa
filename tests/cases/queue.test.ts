import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { can } from '@/lib/access/policy'
import { countCases, findNextCase, listCases, medianAnswer } from '@/lib/cases/support/queue'
import {
  type QueueViewName,
  queueQuery,
  queueViews,
  readQueueQuery,
  readQueueView,
} from '@/lib/cases/support/queue-schema'
import { db } from '@/lib/db'
import type { ResetCase } from '@/prisma/client/client'
import { actorFor, type MadeFirm, makeEmployee, makeFirm } from '../factories'
import { makeCase } from './cases'
import { hoursAgo } from './support'

let firm: MadeFirm
let operator: MadeFirm
let sam: Actor
const hoursAhead = (hours: number) => hoursAgo(-hours)

/** One case for each corner, and 120 closed ones. */
const cases: Record<string, ResetCase> = {}

beforeAll(async () => {
  firm = await makeFirm({ name: 'Harbor Lights' })
  operator = await makeFirm({ isOperator: true })
  sam = actorFor(operator.admin)
  const colleague = crypto.randomUUID()
  const person = (name: string) => makeEmployee(firm, { name, email: `${name.toLowerCase()}@lights.example` })
  const wanted: Array<[string, Parameters<typeof makeCase>[1]]> = [
    ['Later', { dueAt: hoursAhead(20), risks: ['stolen'] }],
    ['Sooner', { dueAt: hoursAhead(1) }],
    ['Late', { dueAt: hoursAgo(1), state: 'checking', ownerId: colleague }],
    ['Mine', { dueAt: hoursAhead(2), state: 'checking', ownerId: sam.employeeId }],
    ['Asked', { dueAt: hoursAhead(3), state: 'asked' }],
    ['Second', { dueAt: hoursAhead(4), state: 'seconding', firstApprovedBy: colleague }],
    ['First', { dueAt: hoursAhead(5), state: 'seconding', firstApprovedBy: sam.employeeId }],
    ['Waiting', { state: 'waiting' }],
    ['Ready', { state: 'ready' }],
    ['Held', { kind: 'number_change' }],
  ]
  for (const [name, wishes] of wanted) cases[name] = await makeCase(await person(name), wishes)
  cases.Own = await makeCase(operator.admin, { dueAt: hoursAgo(3) })

  const { firmId, id: employeeId } = await person('Again')
  const closed = Array.from({ length: 120 }, (_, index) => {
    const at = hoursAgo(1 + Math.floor(index / 3))
    return {
      kind: 'lost_phone' as const,
      firmId,
      employeeId,
      roleAtOpening: 'tech' as const,
      state: 'declined' as const,
      reason: 'lost' as const,
      pageHash: `closed ${index}`,
      place: 'Austin',
      network: '203.0.113.7',
      browser: 'Chrome',
      openedAt: new Date(at.getTime() - 5 * 3_600_000),
      dueAt: at,
      breachAt: at,
      decidedAt: at,
      closedAt: at,
    }
  })
  await db.resetCase.createMany({ data: closed })
})

const list = (params: Record<string, string>, actor = sam) => listCases(actor, readQueueView(params))
const names = async (params: Record<string, string>, actor = sam) =>
  (await list(params, actor)).rows.map(({ person }) => person)

describe('each view shows its cases, the most urgent first', () => {
  test.each<[QueueViewName, string[]]>([
    ['to-decide', ['Late', 'Sooner', 'Mine', 'Asked', 'Second', 'First', 'Later']],
    ['overdue', ['Late']],
    ['unassigned', ['Sooner', 'Second', 'Later']],
    ['mine', ['Mine']],
    ['second', ['Second']],
    ['asked', ['Asked']],
    ['waiting', ['Waiting']],
    ['ready', ['Ready']],
  ])('%s', async (view, expected) => {
    expect(await names({ view })).toEqual(expected)
  })
})

test('a supporter’s own case is in none of their lists, and in those of a colleague', async () => {
  for (const view of queueViews) expect(await names({ view })).not.toContain(sam.name)
  expect(await names({ q: sam.name })).toEqual([])
  const colleague = actorFor(await makeEmployee(operator))
  expect(await names({}, colleague)).toContain(sam.name)
})

test('a row shows who has the case, and whether it may be taken', async () => {
  const { rows } = await list({ q: 'first@lights' })
  expect(rows).toMatchObject([
    { person: 'First', firm: 'Harbor Lights', isFirstApprover: true, ownerId: null },
  ])
})

describe('a search', () => {
  test.each([
    ['a part of the name', 'soone'],
    ['the address', 'SOONER@lights'],
  ])('by %s finds the person’s case', async (_, q) => {
    expect(await names({ q })).toEqual(['Sooner'])
  })

  test('by the firm finds all its cases of the view, and only these', async () => {
    expect(await names({ q: 'harbor lig' })).toEqual(await names({}))
    expect(await names({ q: 'harbor lig', view: 'asked' })).toEqual(['Asked'])
    expect(await names({ q: 'harbor lig', view: 'closed' })).toHaveLength(50)
  })

  test('by the number finds the one case', async () => {
    const number = cases.Later?.number
    for (const q of [`LP-${number}`, `lp${number}`, String(number)])
      expect(await names({ q })).toEqual(['Later'])
  })

  test.each(['nobody of this name', 'LP-999999', '%%%', '___', 'ab', "';--"])(
    'for “%s” finds nothing',
    async (q) => {
      expect(await names({ q })).toEqual([])
    },
  )
})

test('a fact that was seen at the opening narrows the list', async () => {
  expect(await names({ risk: 'stolen' })).toEqual(['Later'])
  expect(await names({ risk: 'watched' })).toEqual([])
})

test.each<Record<string, string>>([
  { view: 'closed' },
  { view: 'closed', q: 'again@' },
  { view: 'closed', q: 'harbor lights' },
])('the pages of %j show every case once, there and back', async (params) => {
  const seen: string[][] = []
  let page = await list(params)
  seen.push(page.rows.map(({ id }) => id))
  while (page.next) {
    page = await list({ ...params, after: page.next })
    seen.push(page.rows.map(({ id }) => id))
  }
  expect(seen.map(({ length }) => length)).toEqual([50, 50, 20])
  expect(new Set(seen.flat()).size).toBe(120)

  const back: string[][] = []
  while (page.previous) {
    page = await list({ ...params, before: page.previous })
    back.unshift(page.rows.map(({ id }) => id))
  }
  expect(back).toEqual(seen.slice(0, 2))
})

test('a page stays where it is while cases before it are closed', async () => {
  const first = await list({ view: 'closed' })
  const second = await list({ view: 'closed', after: first.next ?? '' })
  await makeCase(await makeEmployee(firm), { state: 'withdrawn' })
  expect(await list({ view: 'closed', after: first.next ?? '' })).toEqual(second)
})

test('what the address bar says wrongly is the plain queue', async () => {
  const plain = await names({})
  expect(await names({ view: 'all' })).toEqual(plain)
  expect(await names({ risk: 'x' })).toEqual(plain)
})

test.each(['after', 'before'])('a cursor that cannot be read is never page one: %s', async (name) => {
  expect(await list({ [name]: 'WyJ4Il0' })).toMatchObject({ rows: [], isUnreadable: true })
})

test('a view is the same after it was written to and read from the address', () => {
  const view = readQueueView({ view: 'asked', q: 'LP-1 & more', risk: 'stolen' })
  expect(readQueueQuery(queueQuery(view))).toEqual(view)
  expect(queueQuery(readQueueView({}))).toBe('')
})

test('the next case is the unassigned one that is due first', async () => {
  expect(await findNextCase(sam)).toBe(cases.Sooner?.id)
})

test('the counts link to their lists, and end at a hundred', async () => {
  expect(await countCases(sam)).toEqual({ toDecide: 7, mine: 1, overdue: 1 })
  const busy = await makeFirm()
  for (let count = 0; count < 100; count += 1) await makeCase(await makeEmployee(busy))
  expect((await countCases(sam)).toDecide).toBe(101)
})

test('the median is that of the answers of the last 30 days', async () => {
  await makeCase(await makeEmployee(firm), { state: 'declined', openedAt: hoursAgo(40 * 24) })
  expect(await medianAnswer()).toBeCloseTo(300, 0)
})

test('only supporters handle cases', () => {
  expect((['admin', 'tech', 'support'] as const).map((role) => can({ role }, 'cases.handle'))).toEqual([
    false,
    false,
    true,
  ])
})

test('a search that too many people match says so', async () => {
  expect((await list({ q: 'later' })).isCut).toBe(false)
  expect((await list({ q: '.example' })).isCut).toBe(true)
})
