import { expect, test } from 'vitest'
import type { Method, MethodPolicy, OwnMethods } from '@/lib/access/methods'
import { blockOf, type ClosedFacts, offeredMethods, sortMethods } from '@/lib/sign-in-methods/offer-rules'

const policy: MethodPolicy = {
  allowsPush: true,
  allowsText: true,
  allowsApp: true,
  minimumTech: 'any',
  minimumAdmin: 'any',
}
const strong: MethodPolicy = { ...policy, minimumTech: 'strong' }
const nothing: OwnMethods = {
  hasPhone: false,
  hasVendorApp: false,
  hasUsedVendorApp: false,
  totpApps: 0,
  passkeys: 0,
  recoveryCodesLeft: 0,
}
const phone: OwnMethods = { ...nothing, hasPhone: true }
const everything: OwnMethods = {
  hasPhone: true,
  hasVendorApp: true,
  hasUsedVendorApp: true,
  totpApps: 1,
  passkeys: 1,
  recoveryCodesLeft: 3,
}

test('a person with only a method below the minimum signs in with it, without step-up', () => {
  const facts = { role: 'tech' as const, own: phone, policy: strong }
  expect(offeredMethods(facts, 'sign_in')).toEqual(['text'])
  expect(offeredMethods(facts, 'step_up')).toEqual([])
})

test('a method below the minimum is not offered beside one that is enough', () => {
  expect(offeredMethods({ role: 'tech', own: everything, policy: strong }, 'sign_in')).toEqual([
    'passkey',
    'push',
    'app',
    'recovery-code',
  ])
})

test('a method that the firm does not allow is offered only where there is no other', () => {
  const noTexts = { ...strong, allowsText: false }
  expect(offeredMethods({ role: 'tech', own: phone, policy: noTexts }, 'sign_in')).toEqual(['text'])
  const byPasskey = { ...policy, minimumTech: 'passkey' as const, allowsPush: false }
  const own = { ...phone, hasVendorApp: true, hasUsedVendorApp: true }
  expect(offeredMethods({ role: 'tech', own, policy: byPasskey }, 'sign_in')).toEqual(['app', 'text'])
})

const methods: Method[] = ['passkey', 'push', 'app', 'text', 'recovery-code']
const preferences = { lastMethod: null, areTokensLocked: false }

test('the method used last is first, a push before anything was used', () => {
  expect(sortMethods(methods, preferences)[0]).toBe('push')
  for (const lastMethod of ['passkey', 'app', 'text'])
    expect(sortMethods(methods, { ...preferences, lastMethod })[0]).toBe(lastMethod)
})

test('tokens that have to wait come after what works at once', () => {
  const order = sortMethods(['push', 'app', 'text'], {
    ...preferences,
    lastMethod: 'text',
    areTokensLocked: true,
  })
  expect(order).toEqual(['push', 'app', 'text'])
})

const open: ClosedFacts = {
  down: { pushes: false, authyTexts: false, authyTokens: false, verifyTexts: false },
  textVendor: 'authy',
  arePushesLocked: false,
  arePushesPaused: false,
  wrongTokensInRow: 0,
  wrongCodesInRow: 0,
  areCodesLocked: false,
}
const closedBy = (facts: Partial<ClosedFacts>, own = everything) =>
  methods.flatMap((method) => {
    const why = blockOf(method, own, { ...open, ...facts })
    return why ? [[method, why]] : []
  })

test('a vendor that is away closes what it alone does', () => {
  const down = { pushes: true, authyTexts: true, authyTokens: true, verifyTexts: false }
  expect(closedBy({ down })).toEqual([['push', 'vendor-down']])
  expect(closedBy({ down }, { ...everything, totpApps: 0 })).toEqual([
    ['push', 'vendor-down'],
    ['app', 'vendor-down'],
  ])
})

test('texts are away when no vendor can send them to this person', () => {
  const noVerify = { ...open.down, verifyTexts: true }
  expect(closedBy({ down: { ...noVerify, authyTexts: true } })).toEqual([['text', 'vendor-down']])
  expect(closedBy({ down: noVerify, textVendor: 'verify' })).toEqual([])
  expect(
    closedBy(
      { down: noVerify, textVendor: 'verify' },
      { ...everything, hasVendorApp: false, hasUsedVendorApp: false },
    ),
  ).toEqual([['text', 'vendor-down']])
})

test('wrong tokens and wrong codes are counted apart', () => {
  expect(closedBy({ wrongTokensInRow: 100 })).toEqual([
    ['app', 'disabled'],
    ['text', 'disabled'],
  ])
  expect(closedBy({ wrongCodesInRow: 100 })).toEqual([['recovery-code', 'disabled']])
  expect(closedBy({ areCodesLocked: true, arePushesLocked: true })).toEqual([
    ['push', 'pushes-locked'],
    ['recovery-code', 'locked'],
  ])
})

test('a pause after three alerts closes push alone', () => {
  expect(closedBy({ arePushesPaused: true })).toEqual([['push', 'pushes-paused']])
})
