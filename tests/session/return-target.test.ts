import { expect, test } from 'vitest'
import { returnTarget } from '@/lib/session/return-target'

test('a page of this portal is kept, with what stands in its address', () => {
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
])('%j leads home instead', (wanted) => {
  expect(returnTarget(wanted)).toBe('/')
})
