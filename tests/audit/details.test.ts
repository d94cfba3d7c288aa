import { expect, test } from 'vitest'
import { describeDetails } from '@/lib/audit/details'

test('a changed field reads as before and after', () => {
  const lines = describeDetails({ mobileNumber: { before: null, after: 'ending 0123' } })
  expect(lines).toEqual([{ label: 'Mobile number', before: 'none', value: 'ending 0123' }])
})

test('a plain fact reads as itself', () => {
  expect(describeDetails({ isThrottled: true })).toEqual([{ label: 'Throttled', value: 'yes' }])
})

test('what has no readable shape is left out', () => {
  expect(describeDetails({ nested: { deep: { deeper: 1 } }, list: [1, 2], before: null })).toEqual([
    { label: 'Before', value: 'none' },
  ])
  expect(describeDetails('text')).toEqual([])
})
