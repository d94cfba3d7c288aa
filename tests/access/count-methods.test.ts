import { expect, test } from 'vitest'
import { countMethods } from '@/lib/access/count-methods'

const policy = {
  allowsPush: true,
  allowsText: true,
  allowsApp: true,
  minimumTech: 'any' as const,
  minimumAdmin: 'passkey' as const,
}
const own = {
  hasPhone: true,
  hasVendorApp: true,
  hasUsedVendorApp: true,
  totpApps: 1,
  passkeys: 2,
  recoveryCodesLeft: 10,
}

test('a phone counts as one method, and recovery codes do not count', () => {
  expect(countMethods({ role: 'tech', own: { ...own, totpApps: 0, passkeys: 0 }, policy })).toBe(1)
  expect(countMethods({ role: 'tech', own, policy })).toBe(4)
})

test('what the firm does not take for this role does not count', () => {
  expect(countMethods({ role: 'admin', own, policy })).toBe(2)
  const strong = { ...policy, minimumTech: 'strong' as const }
  const texts = { ...own, hasVendorApp: false, hasUsedVendorApp: false, totpApps: 0, passkeys: 0 }
  expect(countMethods({ role: 'tech', own: texts, policy: strong })).toBe(0)
})
