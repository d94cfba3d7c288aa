import { expect, test } from 'vitest'
import { codeReason, type PushSignals, pushRefusal } from '@/lib/sign-in-methods/push/rules'

const usual: PushSignals = {
  hasSignedInBefore: true,
  knowsBrowser: true,
  knowsNetwork: true,
  wasDeniedLately: false,
}
const unlocked = { isAllowed: true, areLocked: false, inVainInWindow: 0 }

const first = { ...usual, hasSignedInBefore: false, knowsBrowser: false, knowsNetwork: false }

test.each([{}, { knowsBrowser: false }, { knowsNetwork: false }, { wasDeniedLately: true }])(
  'in a swipe firm an approval is enough, also with %o',
  (unusual) => {
    expect(codeReason('swipe', { ...usual, ...unusual })).toBeNull()
  },
)

test.each([
  ['new-browser', { knowsBrowser: false }],
  ['new-network', { knowsNetwork: false }],
  ['denied-lately', { wasDeniedLately: true, knowsBrowser: false }],
  ['denied-lately', { ...first, wasDeniedLately: true }],
  [null, {}],
  [null, first],
] as const)('with a code when unusual, the reason is %s for %o', (reason, unusual) => {
  expect(codeReason('unusual', { ...usual, ...unusual })).toBe(reason)
})

test('a firm that always asks for the code gets it', () => {
  expect(codeReason('typed', usual)).toBe('firm')
  expect(codeReason('typed', first)).toBe('firm')
})

test('no push is sent where the firm does not allow it or the person has locked it', () => {
  expect(pushRefusal(unlocked)).toBeNull()
  expect(pushRefusal({ ...unlocked, isAllowed: false, areLocked: true })).toBe('push-not-allowed')
  expect(pushRefusal({ ...unlocked, areLocked: true })).toBe('pushes-locked')
  expect(pushRefusal({ ...unlocked, inVainInWindow: 2 })).toBeNull()
  expect(pushRefusal({ ...unlocked, inVainInWindow: 3 })).toBe('too-many-pushes')
})
