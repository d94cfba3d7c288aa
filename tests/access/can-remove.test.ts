import { expect, test } from 'vitest'
import { canRemove, type MethodPolicy, type OwnMethods } from '@/lib/access/methods'

const open: MethodPolicy = {
  allowsPush: true,
  allowsText: true,
  allowsApp: true,
  minimumTech: 'any',
  minimumAdmin: 'any',
}
const nothing: OwnMethods = {
  hasPhone: false,
  hasVendorApp: false,
  hasUsedVendorApp: false,
  totpApps: 0,
  passkeys: 0,
  recoveryCodesLeft: 10,
}

const rows: Array<
  [
    title: string,
    kind: 'app' | 'passkey',
    has: Partial<OwnMethods>,
    asks: Partial<MethodPolicy>,
    goes: boolean,
  ]
> = [
  ['the only app, with ten recovery codes', 'app', { totpApps: 1 }, {}, false],
  ['one app of two', 'app', { totpApps: 2 }, {}, true],
  ['the app beside a phone', 'app', { totpApps: 1, hasPhone: true }, {}, true],
  [
    'the app beside a phone, where texts do not count',
    'app',
    { totpApps: 1, hasPhone: true },
    { minimumTech: 'strong' },
    false,
  ],
  [
    'the app beside a phone with OneTouch, where texts do not count',
    'app',
    { totpApps: 1, hasPhone: true, hasVendorApp: true, hasUsedVendorApp: true },
    { minimumTech: 'strong' },
    true,
  ],
  ['the only passkey beside an app', 'passkey', { totpApps: 1, passkeys: 1 }, {}, true],
  [
    'the only passkey, where nothing else counts',
    'passkey',
    { totpApps: 1, passkeys: 1, hasPhone: true },
    { minimumTech: 'passkey' },
    false,
  ],
  [
    'the passkey beside an app that the firm does not take',
    'passkey',
    { totpApps: 1, passkeys: 1 },
    { allowsApp: false },
    false,
  ],
  [
    'one app of two that owe a passkey: the other leads to adding it',
    'app',
    { totpApps: 2 },
    { minimumTech: 'passkey' },
    true,
  ],
  [
    'the last app that owes a passkey: nothing would lead to adding it',
    'app',
    { totpApps: 1 },
    { minimumTech: 'passkey' },
    false,
  ],
]

test.each(rows)('where a second step is asked: %s', (_, kind, has, asks, goes) => {
  const standing = {
    role: 'tech' as const,
    own: { ...nothing, ...has },
    policy: { ...open, ...asks },
    firmRequires: true,
  }
  expect(canRemove(kind, standing)).toBe(goes)
})

test('where no second step is asked, the last app goes, but not the required passkey', () => {
  const standing = { role: 'tech' as const, policy: open, firmRequires: false }
  expect(canRemove('app', { ...standing, own: { ...nothing, totpApps: 1 } })).toBe(true)
  const both = { ...nothing, totpApps: 1, passkeys: 1 }
  expect(canRemove('passkey', { ...standing, own: both, policy: { ...open, minimumTech: 'passkey' } })).toBe(
    false,
  )
})

test('the minimum is the role’s own', () => {
  const policy = { ...open, minimumAdmin: 'passkey' as const }
  const own = { ...nothing, totpApps: 1, passkeys: 1 }
  expect(canRemove('passkey', { role: 'tech', own, policy, firmRequires: true })).toBe(true)
  expect(canRemove('passkey', { role: 'admin', own, policy, firmRequires: true })).toBe(false)
  expect(canRemove('passkey', { role: 'support', own, policy, firmRequires: true })).toBe(false)
})
