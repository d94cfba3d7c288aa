import { expect, test } from 'vitest'
import { lockSeconds, tryRefusal } from '@/lib/sign-in-methods/lockout-rules'
import { pauseSeconds, textRefusal, textWaitSeconds } from '@/lib/sign-in-methods/tokens/rules'

test('the wait begins at 10 wrong tokens with 30 seconds and grows to an hour', () => {
  expect([9, 10, 11, 12, 16, 17, 99].map(lockSeconds)).toEqual([0, 30, 60, 120, 1920, 3600, 3600])
})

test('a try is refused when the tokens are disabled, locked or consumed', () => {
  expect(tryRefusal({ triesLeft: 5, wrongInRow: 100, isLocked: false })).toBe('disabled')
  expect(tryRefusal({ triesLeft: 5, wrongInRow: 12, isLocked: true })).toBe('locked')
  expect(tryRefusal({ triesLeft: 0, wrongInRow: 3, isLocked: false })).toBe('no-tries-left')
  expect(tryRefusal({ triesLeft: 1, wrongInRow: 99, isLocked: false })).toBeNull()
})

test('texts wait 30, 60 and 120 seconds, five in ten minutes, fifteen a day', () => {
  expect([1, 2, 3, 4].map(pauseSeconds)).toEqual([30, 60, 120, 120])
  expect(textRefusal({ secondsSinceLast: null, inWindow: 0, today: 0 })).toBeNull()
  expect(textRefusal({ secondsSinceLast: 29, inWindow: 1, today: 1 })).toBe('too-soon')
  expect(textRefusal({ secondsSinceLast: 31, inWindow: 1, today: 1 })).toBeNull()
  expect(textRefusal({ secondsSinceLast: 300, inWindow: 5, today: 5 })).toBe('too-many-texts')
  expect(textRefusal({ secondsSinceLast: 3000, inWindow: 0, today: 15 })).toBe('too-many-texts')
})

test('the wait for the next text ends with the longest of its limits', () => {
  const wait = (facts: object) =>
    textWaitSeconds({
      secondsSinceLast: 20,
      inWindow: 1,
      today: 1,
      oldestInWindow: 20,
      oldestToday: 20,
      ...facts,
    })
  expect(wait({ secondsSinceLast: null })).toBe(0)
  expect(wait({})).toBe(10)
  expect(wait({ inWindow: 5, oldestInWindow: 500 })).toBe(100)
  expect(wait({ today: 15, oldestToday: 3600 })).toBe(23 * 3600)
})
