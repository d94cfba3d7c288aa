import { expect, test } from 'vitest'
import { isStricterForTechs, policyKey, policyRefusal } from '@/lib/access/firm-policy'
import { changesBetween, takenMethods } from '@/lib/access/firm-policy-words'
import { policyForm } from '@/lib/firms/schema'
import { anything } from '../firms/policies'

test.each([
  { allowsPush: false, allowsApp: false, allowsText: false },
  { allowsPush: false, allowsApp: false, minimumTech: 'strong' },
  { allowsPush: false, allowsApp: false, minimumAdmin: 'strong' },
  { allowsPush: false, allowsApp: false, allowsText: false, minimumTech: 'passkey' },
] as const)('%o would leave someone without a sign-in method', (changes) => {
  expect(policyRefusal({ ...anything, ...changes })).toBe('no-method-left')
})

test.each([
  {},
  { allowsPush: false, allowsApp: false },
  { allowsPush: false, allowsText: false, minimumTech: 'strong', minimumAdmin: 'strong' },
  { allowsPush: false, allowsApp: false, allowsText: false, minimumTech: 'passkey', minimumAdmin: 'passkey' },
] as const)('%o can be chosen', (changes) => {
  expect(policyRefusal({ ...anything, ...changes })).toBeNull()
})

test('stricter for techs: fewer methods or a higher minimum for them, not for admins', () => {
  const isStricter = (changes: object) => isStricterForTechs(anything, { ...anything, ...changes })
  expect(isStricter({ allowsText: false })).toBe(true)
  expect(isStricter({ minimumTech: 'strong' })).toBe(true)
  expect(isStricter({ minimumAdmin: 'passkey', trustDays: 3, allowsPasskeyAlone: true })).toBe(false)
  expect(isStricterForTechs({ ...anything, minimumTech: 'passkey', allowsApp: false }, anything)).toBe(false)
})

test('what changes is said in words, and nothing else', () => {
  expect(changesBetween(anything, anything)).toEqual([])
  expect(
    changesBetween(anything, { ...anything, allowsText: false, minimumAdmin: 'passkey', trustDays: 1 }),
  ).toEqual([
    { label: 'Text tokens', before: 'allowed', after: 'not allowed' },
    { label: 'Minimum for admins', before: 'any method', after: 'passkey only' },
    { label: 'Trusted browsers for techs', before: 'never', after: '1 day' },
  ])
  expect(takenMethods({ ...anything, allowsText: false })).toBe('OneTouch alerts, app tokens, and passkeys')
})

test('two policies have one key only when they are the same', () => {
  expect(policyKey({ ...anything })).toBe(policyKey(anything))
  expect(policyKey({ ...anything, trustDays: 1 })).not.toBe(policyKey(anything))
})

test.each(['15', '-1', '1.5', '1e1', ' 3', 'Infinity', '', '007'])('%j is no number of days', (trustDays) => {
  const posted = { minimumTech: 'any', minimumAdmin: 'any', trustDays, seen: '' }
  expect(policyForm.safeParse(posted).success).toBe(false)
})
