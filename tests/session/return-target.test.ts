import { expect, test } from 'vitest'
import { returnTarget } from '@/lib/session/return-target'

test('a page of this portal is kept, with its query', () => {
  expect(returnTarget('/admin/employees?show=not-ready')).toBe('/admin/employees?show=not-ready')
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/%09/../..//evil.example',
  'javascript:alert(1)',
  `/${'a'.repeat(500)}`,
  undefined,
  ['/admin/employees'],
])('%j becomes the home page', (wanted) => {
  expect(returnTarget(wanted)).toBe('/')
})
