import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm, refused } from '@/lib/form'

const schema = z.strictObject({ name: z.string(), password: z.string().optional() })

function form(...fields: Array<[name: string, value: string | Blob]>): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

test('what the schema names is read, and what Next adds is left out', () => {
  expect(parseForm(form(['$ACTION_ID', 'x'], ['name', 'Ada']), schema)).toEqual({
    ok: true,
    value: { name: 'Ada' },
  })
})

test.each([
  ['a field that an extension added', ['role', 'admin']],
  ['a name of every object', ['__proto__', 'x']],
  ['a file of another name', ['upload', new Blob(['Ada'])]],
] as const)('%s is not read, and loses nothing', (_, field) => {
  expect(parseForm(form(['name', 'Ada'], [...field]), schema)).toEqual({ ok: true, value: { name: 'Ada' } })
})

test.each([
  ['a field twice', form(['name', 'Ada'], ['name', 'Ben'])],
  ['a file', form(['name', new Blob(['Ada'])])],
  ['a character that PostgreSQL cannot store', form(['name', 'A\0da'])],
])('%s is refused', (_, posted) => {
  expect(parseForm(posted, schema)).toMatchObject({ ok: false, state: { tone: 'danger' } })
})

test('a form that cannot be read keeps what was typed, but no secret', () => {
  const posted = form(['name', 'Ada'], ['name', 'Ben'], ['note', 'Long story'], ['password', 'x'])
  expect(parseForm(posted, schema)).toMatchObject({ state: { values: { name: 'Ben', note: 'Long story' } } })
  expect(parseForm(posted, schema)).not.toHaveProperty('state.values.password')
})

test('a password may hold anything, and never travels back', () => {
  expect(parseForm(form(['name', 'Ada'], ['password', 'a\0b']), schema)).toMatchObject({ ok: true })
  const answer = parseForm(form(['password', 'a']), schema)
  expect(answer).toMatchObject({ ok: false, state: { values: {} } })
})

test('what no schema has a sentence for is refused in our own words', () => {
  const short = z.strictObject({ name: z.string().max(5), role: z.enum(['admin', 'tech']) })
  expect(parseForm(form(['name', 'Ada Lovelace']), short)).toMatchObject({
    state: { errors: { name: 'That is too long.', role: 'Check this field.' } },
  })
})

test('a refused code comes back to be looked at', () => {
  expect(refused(form(['token', '3abcd-efghj-kmn0']), 'That recovery code is wrong.', 'token')).toMatchObject(
    {
      values: { token: '3abcd-efghj-kmn0' },
    },
  )
})
