import { expect, test } from 'vitest'
import type { OwnWays, Way, WayPolicy } from '@/lib/access/methods'
import { type ClosedFacts, closingOf, inOrder, waysOn } from '@/lib/sign-in-methods/offer-rules'

const policy: WayPolicy = {
  allowsPush: true,
  allowsText: true,
  allowsApp: true,
  minimumTech: 'any',
  minimumAdmin: 'any',
}
const strong: WayPolicy = { ...policy, minimumTech: 'strong' }
const nothing: OwnWays = {
  hasPhone: false,
  hasVendorApp: false,
  hasUsedVendorApp: false,
  authenticators: 0,
  passkeys: 0,
  recoveryCodesLeft: 0,
}
const phone: OwnWays = { ...nothing, hasPhone: true }
const everything: OwnWays = {
  hasPhone: true,
  hasVendorApp: true,
  hasUsedVendorApp: true,
  authenticators: 1,
  passkeys: 1,
  recoveryCodesLeft: 3,
}

test('whoever has only a lesser way signs in with it to add a better one, and confirms nothing with it', () => {
  const facts = { role: 'tech' as const, own: phone, policy: strong }
  expect(waysOn(facts, 'sign_in')).toEqual(['text'])
  expect(waysOn(facts, 'confirm')).toEqual([])
})

test('a lesser way is not offered beside one that is enough', () => {
  expect(waysOn({ role: 'tech', own: everything, policy: strong }, 'sign_in')).toEqual([
    'passkey',
    'push',
    'app',
    'recovery-code',
  ])
})

test('a way that the firm does not allow leads on only where there is no other', () => {
  const noTexts = { ...strong, allowsText: false }
  expect(waysOn({ role: 'tech', own: phone, policy: noTexts }, 'sign_in')).toEqual(['text'])
  const byPasskey = { ...policy, minimumTech: 'passkey' as const, allowsPush: false }
  const own = { ...phone, hasVendorApp: true, hasUsedVendorApp: true }
  expect(waysOn({ role: 'tech', own, policy: byPasskey }, 'sign_in')).toEqual(['app', 'text'])
})

const ways: Way[] = ['passkey', 'push', 'app', 'text', 'recovery-code']
const liking = { lastWay: null, isOnPhone: false, areTokensLocked: false }

test('the last used way is first, a request on the phone before anything was used', () => {
  expect(inOrder(ways, liking)[0]).toBe('push')
  for (const lastWay of ['passkey', 'app', 'text'])
    expect(inOrder(ways, { ...liking, lastWay })[0]).toBe(lastWay)
})

test('on the phone itself a passkey or a token comes before a request, even the last used one', () => {
  const order = inOrder(ways, { ...liking, lastWay: 'push', isOnPhone: true })
  expect(order).toEqual(['passkey', 'app', 'text', 'push', 'recovery-code'])
})

test('tokens that have to wait stand behind what works at once', () => {
  const order = inOrder(['push', 'app', 'text'], { ...liking, lastWay: 'text', areTokensLocked: true })
  expect(order).toEqual(['push', 'app', 'text'])
})

const open: ClosedFacts = {
  away: { pushes: false, authyTexts: false, authyTokens: false, verifyTexts: false },
  textVendor: 'authy',
  arePushesLocked: false,
  wrongTokensInRow: 0,
  wrongCodesInRow: 0,
  areCodesLocked: false,
}
const closedBy = (facts: Partial<ClosedFacts>, own = everything) =>
  ways.flatMap((way) => {
    const why = closingOf(way, own, { ...open, ...facts })
    return why ? [[way, why]] : []
  })

test('a vendor that is away closes what it alone does', () => {
  const away = { pushes: true, authyTexts: true, authyTokens: true, verifyTexts: false }
  expect(closedBy({ away })).toEqual([['push', 'vendor-away']])
  expect(closedBy({ away }, { ...everything, authenticators: 0 })).toEqual([
    ['push', 'vendor-away'],
    ['app', 'vendor-away'],
  ])
})

test('texts are away when no vendor can send them to this person', () => {
  const noVerify = { ...open.away, verifyTexts: true }
  expect(closedBy({ away: { ...noVerify, authyTexts: true } })).toEqual([['text', 'vendor-away']])
  expect(closedBy({ away: noVerify, textVendor: 'verify' })).toEqual([])
  expect(
    closedBy(
      { away: noVerify, textVendor: 'verify' },
      { ...everything, hasVendorApp: false, hasUsedVendorApp: false },
    ),
  ).toEqual([['text', 'vendor-away']])
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
