import { describe, expect, test } from 'vitest'
import { cursorText, pageOf, readStart, type Start } from '@/lib/keyset'

type Row = { id: string; name: string }

const size = 3
const rows: Row[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  name,
}))
const anyValue = () => true

function startAt(view: { after?: string; before?: string }): Start {
  const start = readStart(view, anyValue)
  if (!start) throw new Error('The cursor cannot be read')
  return start
}
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
  const second = pageAt(startAt({ after: first.next ?? '' }))
  const third = pageAt(startAt({ after: second.next ?? '' }))
  expect([first, second, third].map(names)).toEqual(['abc', 'def', 'g'])
  expect(third.next).toBeNull()

  const back = pageAt(startAt({ before: third.previous ?? '' }))
  expect(back).toEqual(second)
  expect(pageAt(startAt({ before: back.previous ?? '' }))).toEqual({ ...first, previous: null })
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

test('without a cursor the list starts at its beginning', () => {
  expect(readStart({ after: '' }, anyValue)).toEqual(plain)
})

test('a cursor of the longest name in any script can be read', () => {
  const row = { id: rows[0]?.id ?? '', name: 'ส'.repeat(100) }
  const { next } = pageOf([row, row], 1, plain, ({ id, name }) => ({ id, value: name }))
  const after = cursorText.parse(next ?? undefined)
  expect(readStart({ after }, anyValue)).toEqual({
    cursor: { value: row.name, id: row.id },
    isBackwards: false,
  })
})

describe('a cursor cannot be read', () => {
  const id = rows[0]?.id
  test.each([
    ['that is no JSON', 'AAAA'],
    ['that is there twice', ['a', 'b']],
    ['that was cut off', encoded(['a', id]).slice(0, -4)],
    ['without an id', encoded(['a'])],
    ['whose id is no UUID', encoded(['a', '1'])],
    ['with a NUL, which PostgreSQL cannot store', encoded(['a\0', id])],
    ['longer than any value', encoded(['a'.repeat(255), id])],
  ])('%s', (_, after) => {
    expect(readStart({ after: cursorText.parse(after) }, anyValue)).toBeNull()
  })

  test('whose value the list cannot be sorted by', () => {
    expect(readStart({ after: encoded(['2020', id]) }, (value) => value === '')).toBeNull()
  })
})
