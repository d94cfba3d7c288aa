import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm } from '@/lib/form'

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
  ['a field nobody asked for', form(['name', 'Ada'], ['role', 'admin'])],
  ['a field twice', form(['name', 'Ada'], ['name', 'Ben'])],
  ['a file', form(['name', new Blob(['Ada'])])],
  ['a name of every object', form(['name', 'Ada'], ['__proto__', 'x'])],
  ['a character that PostgreSQL cannot store', form(['name', 'A\0da'])],
])('%s is refused', (_, posted) => {
  expect(parseForm(posted, schema)).toMatchObject({ ok: false, state: { tone: 'danger', values: {} } })
})

test('a password may hold anything, and never travels back', () => {
  expect(parseForm(form(['name', 'Ada'], ['password', 'a\0b']), schema)).toMatchObject({ ok: true })
  const refused = parseForm(form(['password', 'a']), schema)
  expect(refused).toMatchObject({ ok: false, state: { values: {} } })
})
