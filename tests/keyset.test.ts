import { describe, expect, test } from 'vitest'
import { pageOf, readStart, type Start } from '@/lib/keyset'

type Row = { id: string; name: string }

const size = 3
const rows: Row[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  name,
}))
const anyValue = () => true
const plain: Start = { cursor: null, isBackwards: false }

/** What a query finds in the sorted rows: those beyond the cursor, one more than fits. */
function find({ cursor, isBackwards }: Start): Row[] {
  const at = rows.findIndex(({ id }) => id === cursor?.id)
  if (isBackwards)
    return rows
      .slice(0, at)
      .reverse()
      .slice(0, size + 1)
  return rows.slice(at + 1).slice(0, size + 1)
}

const pageAt = (start: Start) => pageOf(find(start), size, start, ({ id, name }) => ({ id, value: name }))
const names = (page: { rows: Row[] }) => page.rows.map(({ name }) => name).join('')
const encoded = (cursor: unknown) => Buffer.from(JSON.stringify(cursor)).toString('base64url')

test('following next shows every row once, and following previous the same pages', () => {
  const first = pageAt(plain)
  const second = pageAt(readStart({ after: first.next ?? '' }, anyValue))
  const third = pageAt(readStart({ after: second.next ?? '' }, anyValue))
  expect([first, second, third].map(names)).toEqual(['abc', 'def', 'g'])
  expect(third.next).toBeNull()

  const back = pageAt(readStart({ before: third.previous ?? '' }, anyValue))
  expect(back).toEqual(second)
  expect(pageAt(readStart({ before: back.previous ?? '' }, anyValue))).toEqual({ ...first, previous: null })
})

test('a list that fits on one page has no cursors', () => {
  const page = pageOf(rows.slice(0, size), size, plain, ({ id, name }) => ({ id, value: name }))
  expect(page).toEqual({ rows: rows.slice(0, size), previous: null, next: null })
})

test('an empty page beyond the end has no cursors', () => {
  const start = { cursor: { value: 'g', id: rows[6]?.id ?? '' }, isBackwards: false }
  expect(pageAt(start)).toEqual({ rows: [], previous: null, next: null })
})

test('with both cursors the one to read backwards from wins', () => {
  const [{ id = '' } = {}] = rows
  const start = readStart({ after: encoded(['a', id]), before: encoded(['b', id]) }, anyValue)
  expect(start).toEqual({ cursor: { value: 'b', id }, isBackwards: true })
})

describe('a cursor is ignored', () => {
  const id = rows[0]?.id
  test.each([
    ['that is missing', undefined],
    ['that is no JSON', 'AAAA'],
    ['without an id', encoded(['a'])],
    ['whose id is no UUID', encoded(['a', '1'])],
    ['with a NUL, which PostgreSQL cannot store', encoded(['a\0', id])],
    ['longer than any value', encoded(['a'.repeat(255), id])],
  ])('%s', (_, after) => {
    expect(readStart({ after }, anyValue)).toEqual(plain)
  })

  test('whose value the list cannot be sorted by', () => {
    expect(readStart({ after: encoded(['2020', id]) }, (value) => value === '')).toEqual(plain)
  })
})
