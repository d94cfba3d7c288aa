import { afterEach, expect, test, vi } from 'vitest'
import { sealId, unsealId } from '@/lib/session/sealed-id'

const secrets = ['a-secret-of-at-least-32-characters-1']

afterEach(() => vi.useRealTimers())

test.each([-2, 2, 400])('a cookie sealed by a clock %i days off is still read', async (days) => {
  const sealed = await sealId('an id', secrets)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * 24 * 60 * 60 * 1000 })
  expect(await unsealId(sealed, secrets)).toBe('an id')
})

test('a cookie sealed with a secret that is gone is not read', async () => {
  const sealed = await sealId('an id', ['another-secret-of-at-least-32-characters'])
  expect(await unsealId(sealed, secrets)).toBeNull()
})
