import { expect, test } from 'vitest'
import { saveViewForm } from '@/lib/cases/support/queue-schema'
import { addEmployeeForm } from '@/lib/employees/schema'
import { returnTarget } from '@/lib/session/return-target'
import { signInForm } from '@/lib/sign-in/schema'

test('a page of this portal is kept, with its query', () => {
  expect(returnTarget('/admin/employees?show=not-ready')).toBe('/admin/employees?show=not-ready')
})

test('a window over a list is returned to as the page that it shows', () => {
  expect(returnTarget('/admin/employees/(.)add?show=all')).toBe('/admin/employees/add?show=all')
  expect(returnTarget('/(.)/evil.example')).toBe('/')
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/%09/../..//evil.example',
  'javascript:alert(1)',
  `/${'a'.repeat(2001)}`,
  undefined,
  ['/admin/employees'],
])('%j becomes the home page', (wanted) => {
  expect(returnTarget(wanted)).toBe('/')
})

const cyrillic = new URLSearchParams({ q: 'я'.repeat(100) }).toString()

test('a list filtered by a hundred Cyrillic characters is returned to', () => {
  expect(returnTarget(`/admin/employees?${cyrillic}`)).toBe(`/admin/employees?${cyrillic}`)
  expect(addEmployeeForm.shape.back.parse(cyrillic)).toBe(cyrillic)
})

test('too long an address loses its query, and keeps its page', () => {
  expect(returnTarget(`/admin/employees?q=${'a'.repeat(2000)}`)).toBe('/admin/employees')
})

test('a hidden return field of any length refuses no form', () => {
  const long = 'a'.repeat(9000)
  expect(addEmployeeForm.shape.back.parse(long)).toBe('')
  expect(saveViewForm.parse({ name: 'Mine', query: long })).toEqual({ name: 'Mine', query: '' })
  const signIn = { email: 'tess@harbor.example', password: 'x', next: `/vouch?q=${long}` }
  expect(signInForm.parse(signIn).next).toBe('/vouch')
})
