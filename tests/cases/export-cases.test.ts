import { expect, test } from 'vitest'
import { exportCases } from '@/lib/cases/support/export-cases'
import { db } from '@/lib/db'
import { makeEmployee, makeFirm } from '../factories'
import { makeCase } from './cases'

test('an empty export has a byte order mark and the header line', async () => {
  const [head] = await piecesOf(30)
  expect(head).toBe('\uFEFFNumber,Opened (UTC),Reason,Status,Firm,Role,Minutes to decision,Closed (UTC)\n')
})

test('a request is one row, with nothing of the person', async () => {
  const openedAt = minutesAgo(600)
  const decidedAt = new Date(openedAt.getTime() + 312.4 * 60_000)
  const closedAt = new Date('2026-11-24T10:42:00.000Z')
  const one = await openedCase(
    { reason: 'new_number', state: 'declined', openedAt, decidedAt, closedAt, words: 'My own words' },
    'Harbor IT',
  )

  const row = await rowOf(one.number)
  const opened = openedAt.toISOString().slice(0, 19).replace('T', ' ')
  expect(row).toBe(`${one.number},${opened},new_number,declined,Harbor IT,tech,312,2026-11-24 10:42:00`)
})

test('what has not happened yet is an empty cell', async () => {
  const one = await openedCase({}, 'Harbor IT')
  expect(await rowOf(one.number)).toMatch(/,lost,received,Harbor IT,tech,,$/)
})

test('a formula in the name of a firm is only text for a spreadsheet', async () => {
  for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1']) {
    const one = await openedCase({}, name)
    expect(await rowOf(one.number)).toContain(`,'${name},`)
  }
})

test('commas, quotes and line breaks in a name survive', async () => {
  const one = await openedCase({}, 'Wu, "Dan" & Söhne\nZweite\r\nDritte')
  const csv = (await piecesOf(30)).join('')
  expect(csv).toContain(`,lost,received,"Wu, ""Dan"" & Söhne\nZweite\r\nDritte",tech,,\n`)
  expect(csv).toContain(`\n${one.number},`)
})

test('only lost phones of the period are in it', async () => {
  const old = await openedCase({ openedAt: minutesAgo(40 * 24 * 60) })
  const held = await openedCase({ kind: 'number_change' })

  expect(await rowOf(old.number)).toBeUndefined()
  expect(await rowOf(held.number)).toBeUndefined()
  expect(await rowOf(old.number, 90)).toBeDefined()
})

test('a long export arrives in pieces, each row once and in order', async () => {
  const person = await makeEmployee(await makeFirm())
  const openedAt = minutesAgo(100 * 24 * 60)
  await db.$executeRaw`
    insert into reset_case (id, kind, firm_id, employee_id, role_at_opening, state, reason, page_hash, place, network, browser,
      opened_at, due_at, breach_at, closed_at)
    select gen_random_uuid(), 'lost_phone', ${person.firmId}::uuid, ${person.id}::uuid, 'tech', 'done', 'lost',
      gen_random_uuid()::text, '', '', '', ${openedAt}::timestamptz + make_interval(secs => n / 500), now(), now(), now()
    from generate_series(1, 2500) as n`

  const pieces = await piecesOf(365)
  expect(pieces.length).toBeGreaterThanOrEqual(4)
  const rows = pieces.slice(1).join('').trim().split('\n')
  const opened = rows.filter((row) => /^\d+,/.test(row)).map((row) => row.split(',')[1] ?? '')
  expect(opened).toEqual(opened.toSorted())
  const inserted = await db.resetCase.count({ where: { employeeId: person.id } })
  const numbers = await db.resetCase.findMany({ where: { employeeId: person.id }, select: { number: true } })
  const found = rows.map((row) => Number(row.split(',')[0]))
  expect(inserted).toBe(2500)
  expect(numbers.map(({ number }) => found.filter((one) => one === number).length)).toEqual(
    Array(2500).fill(1),
  )
})

test('a reader who disconnects stops the export', async () => {
  const pieces = exportCases(365)
  await pieces.next()
  await pieces.return('')
  expect(await pieces.next()).toEqual({ done: true, value: undefined })
})

async function openedCase(wishes: Parameters<typeof makeCase>[1], firmName?: string) {
  return makeCase(
    await makeEmployee(await makeFirm(firmName === undefined ? {} : { name: firmName })),
    wishes,
  )
}

async function piecesOf(days: 30 | 90 | 365): Promise<string[]> {
  const pieces: string[] = []
  for await (const piece of exportCases(days)) pieces.push(piece)
  return pieces
}

async function rowOf(number: number, days: 30 | 90 | 365 = 30): Promise<string | undefined> {
  const rows = (await piecesOf(days)).join('').split('\n')
  return rows.find((row) => row.startsWith(`${number},`))
}

function minutesAgo(minutes: number): Date {
  return new Date(Date.now() - minutes * 60_000)
}
