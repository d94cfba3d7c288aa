import { expect, test } from 'vitest'
import { countWaysIn } from '@/lib/access/count-methods'

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
  authenticators: 1,
  passkeys: 2,
  recoveryCodesLeft: 10,
}

test('a phone is one way in, whatever it can do, and recovery codes are none', () => {
  expect(countWaysIn({ role: 'tech', own: { ...own, authenticators: 0, passkeys: 0 }, policy })).toBe(1)
  expect(countWaysIn({ role: 'tech', own, policy })).toBe(4)
})

test('what the firm does not take for this role does not count', () => {
  expect(countWaysIn({ role: 'admin', own, policy })).toBe(2)
  const strong = { ...policy, minimumTech: 'strong' as const }
  const texts = { ...own, hasVendorApp: false, hasUsedVendorApp: false, authenticators: 0, passkeys: 0 }
  expect(countWaysIn({ role: 'tech', own: texts, policy: strong })).toBe(0)
})
