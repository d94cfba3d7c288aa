import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { getEmployee, listEmployees, listWithoutNumber } from '@/lib/employees/queries'
import { addEmployeeForm, type ListView, listQuery, readListView } from '@/lib/employees/schema'
import { actorFor, type MadeFirm, makeEmployee, makeFirm } from '../factories'

const sorts = ['name', '-name', 'email', '-email', 'last-sign-in', '-last-sign-in'] as const
let big: MadeFirm

/** 120 techs beside the admin: names collide, every third has never signed in. */
beforeAll(async () => {
  big = await makeFirm()
  const person = {
    firmId: big.id,
    firmRequiresSecondFactor: false,
    firmIsOperator: false,
    role: 'tech',
  } as const
  await db.employee.createMany({
    data: Array.from({ length: 120 }, (_, index) => ({
      ...person,
      name: `Person ${index % 40}`,
      email: `person${(index * 37) % 120}@${big.id}.example`,
      mobileNumber: index % 10 === 0 ? null : '+12025550100',
      lastSignInAt: index % 3 === 0 ? null : new Date(Date.UTC(2026, 0, 1 + (index % 50))),
    })),
  })
})

const list = (view: Partial<ListView>) => listEmployees(actorFor(big.admin), { ...readListView({}), ...view })

async function walk(view: Partial<ListView>, direction: 'next' | 'previous') {
  const seen: string[][] = []
  let page = await list(view)
  for (;;) {
    seen.push(page.rows.map(({ id }) => id))
    const cursor = page[direction]
    if (!cursor) return { seen, last: page }
    page = await list({
      ...view,
      after: undefined,
      before: undefined,
      [direction === 'next' ? 'after' : 'before']: cursor,
    })
  }
}

test.each(sorts)('sorted by %s, the pages show everybody once, there and back', async (sort) => {
  const { seen, last } = await walk({ sort }, 'next')
  expect(seen.map(({ length }) => length)).toEqual([50, 50, 21])
  expect(new Set(seen.flat()).size).toBe(121)

  const back = await walk({ sort, before: last.previous ?? undefined }, 'previous')
  expect(back.seen.reverse().flat()).toEqual(seen.slice(0, 2).flat())
})

test.each(['name', 'email', 'last-sign-in'] as const)(
  'the other direction of %s is its mirror',
  async (sort) => {
    const up = await walk({ sort }, 'next')
    const down = await walk({ sort: `-${sort}` }, 'next')
    expect(down.seen.flat()).toEqual(up.seen.flat().reverse())
  },
)

test('the latest sign-in comes first, never comes last', async () => {
  const { rows } = await list({ sort: '-last-sign-in' })
  const { last } = await walk({ sort: '-last-sign-in' }, 'next')
  expect(rows[0]?.lastSignInAt).toEqual(new Date(Date.UTC(2026, 1, 19)))
  expect(last.rows.at(-1)?.lastSignInAt).toBeNull()
})

test('search finds parts of name and address, and takes a pattern as text', async () => {
  expect((await list({ q: 'ERSON119@' })).rows).toHaveLength(1)
  expect((await list({ q: '%' })).rows).toHaveLength(0)
  expect((await list({ q: '_' })).rows).toHaveLength(0)
})

test('disabled people are out of sight until asked for', async () => {
  const firm = await makeFirm()
  const gone = await makeEmployee(firm, { active: false })
  const actor = actorFor(firm.admin)
  const active = await listEmployees(actor, readListView({}))
  const disabled = await listEmployees(actor, readListView({ show: 'disabled' }))
  expect(active.rows.map(({ id }) => id)).toEqual([firm.admin.id])
  expect(disabled.rows.map(({ id }) => id)).toEqual([gone.id])
})

test('not ready are those without a number', async () => {
  const { rows } = await list({ show: 'not-ready' })
  expect(rows).toHaveLength(12)
  expect(rows.every(({ mobileNumber }) => mobileNumber === null)).toBe(true)
})

test('an address bar that nobody could have clicked together shows the plain list', async () => {
  const { rows, previous } = await list(readListView({ sort: 'password', show: ['x'], q: 7 }))
  expect(rows).toHaveLength(50)
  expect(previous).toBeNull()
})

test('another firm’s admin sees nobody', async () => {
  const foreign = actorFor((await makeFirm()).admin)
  const { rows } = await listEmployees(foreign, readListView({ q: 'person 1' }))
  expect(rows).toEqual([])
  expect(await getEmployee(foreign, big.admin.id)).toBeNull()
  expect(await listWithoutNumber(foreign)).toEqual([])
})

test('a cursor of another firm opens nothing', async () => {
  const { next } = await list({})
  const foreign = await makeFirm()
  const { rows } = await listEmployees(actorFor(foreign.admin), { ...readListView({}), after: next ?? '' })
  expect(rows.every(({ id }) => id === foreign.admin.id)).toBe(true)
})

test.each([
  ['a time PostgreSQL cannot read', 'last-sign-in', '2020'],
  ['a character PostgreSQL cannot store', 'name', 'a\0'],
] as const)('a cursor with %s is never the first page', async (_, sort, value) => {
  const after = Buffer.from(JSON.stringify([value, crypto.randomUUID()])).toString('base64url')
  expect(await list({ sort, after })).toEqual({ rows: [], previous: null, next: null, isUnreadable: true })
})

test('pages of long names in any script follow each other', async () => {
  const firm = await makeFirm()
  const person = {
    firmId: firm.id,
    firmRequiresSecondFactor: false,
    firmIsOperator: false,
    role: 'tech',
  } as const
  await db.employee.createMany({
    data: Array.from({ length: 60 }, (_, index) => ({
      ...person,
      name: `${'ส'.repeat(96)} ${100 + index}`,
      email: `thai${index}@${firm.id}.example`,
    })),
  })
  const view = readListView({ q: 'ส'.repeat(90) })
  const { next } = await listEmployees(actorFor(firm.admin), view)
  const back = addEmployeeForm.shape.back.parse(listQuery({ ...view, after: next ?? '' }))
  const following = readListView(Object.fromEntries(new URLSearchParams(back)))
  expect(
    (await listEmployees(actorFor(firm.admin), following)).rows.map(({ name }) => name.slice(-3)),
  ).toEqual(Array.from({ length: 10 }, (_, index) => String(150 + index)))
})

const people = [
  'José O’Hara',
  'Tess Lindqvist',
  'Łukasz Øster',
  'علی\u200cپور',
  'Jean‑Luc Groß',
  'Мария Й. Ким',
]

test.each([
  ['Jose', 'José O’Hara'],
  ['JOSE\u0301', 'José O’Hara'],
  ["o'hara", 'José O’Hara'],
  ['ohara jose', 'José O’Hara'],
  ['Lindqvist  Tess', 'Tess Lindqvist'],
  ['lukasz oster', 'Łukasz Øster'],
  ['علیپور', 'علی\u200cپور'],
  ['علي', 'علی\u200cپور'],
  ['jean-luc gross', 'Jean‑Luc Groß'],
  ['й', 'Мария Й. Ким'],
  ['gr', 'Jean‑Luc Groß'],
  ['info@пример.рф', 'Tess Lindqvist'],
])('a search for %s finds %s alone', async (q, name) => {
  const { rows } = await listEmployees(await named, readListView({ q }))
  expect(rows.map((row) => row.name)).toEqual([name])
})

test('one or two Latin letters are the beginning of a word', async () => {
  expect((await listEmployees(await named, readListView({ q: 'dq' }))).rows).toEqual([])
})

test('a search finds nobody who has only one of its words', async () => {
  expect((await listEmployees(await named, readListView({ q: 'Tess Groß' }))).rows).toEqual([])
})

/** The admin of a firm with these people. */
const named = (async () => {
  const firm = await makeFirm()
  for (const name of people) {
    const email = name.startsWith('Tess') ? 'info@xn--e1afmkfd.xn--p1ai' : `${crypto.randomUUID()}@x.example`
    await makeEmployee(firm, { name, email })
  }
  return actorFor(firm.admin)
})()
