import { expect, test } from 'vitest'
import { isCodeTyped, type PushSignals, pushRefusal } from '@/lib/sign-in-methods/push/rules'

const usual: PushSignals = {
  hasSignedInBefore: true,
  knowsBrowser: true,
  knowsNetwork: true,
  wasDeniedLately: false,
}
const unlocked = { isAllowed: true, areLocked: false, inVainInWindow: 0 }

test('in a known browser and network a swipe is enough', () => {
  expect(isCodeTyped('swipe', usual)).toBe(false)
})

test.each([{ knowsBrowser: false }, { knowsNetwork: false }, { wasDeniedLately: true }])(
  'with %o the code has to be typed',
  (unusual) => {
    expect(isCodeTyped('swipe', { ...usual, ...unusual })).toBe(true)
  },
)

test('a first sign-in has nothing to be compared with', () => {
  const first = { ...usual, hasSignedInBefore: false, knowsBrowser: false, knowsNetwork: false }
  expect(isCodeTyped('swipe', first)).toBe(false)
  expect(isCodeTyped('swipe', { ...first, wasDeniedLately: true })).toBe(true)
})

test('a firm that wants the code typed always gets it', () => {
  expect(isCodeTyped('typed', usual)).toBe(true)
  expect(isCodeTyped('typed', { ...usual, hasSignedInBefore: false })).toBe(true)
})

test('no push is sent where the firm does not allow it or the person has locked it', () => {
  expect(pushRefusal(unlocked)).toBeNull()
  expect(pushRefusal({ ...unlocked, isAllowed: false, areLocked: true })).toBe('push-not-allowed')
  expect(pushRefusal({ ...unlocked, areLocked: true })).toBe('pushes-locked')
  expect(pushRefusal({ ...unlocked, inVainInWindow: 2 })).toBeNull()
  expect(pushRefusal({ ...unlocked, inVainInWindow: 3 })).toBe('too-many-pushes')
})
