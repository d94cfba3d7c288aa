import { afterEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { matchStep } from '@/lib/sign-in-methods/totp/match-step'
import { resealOld } from '@/lib/sign-in-methods/totp/reseal'
import { newestMark, seal, unseal } from '@/lib/sign-in-methods/totp/sealed-secret'
import { makeEmployee, makeFirm } from '../../factories'
import { makeApp, tokenOf } from './apps'

const [key = ''] = env.FACTOR_KEYS
const newKey = 'a new key of the settings, long enough to be one'
const lostKey = 'a key that has left the settings much too early'

afterEach(() => setKeys(key))

function setKeys(...keys: string[]) {
  env.FACTOR_KEYS.splice(0, env.FACTOR_KEYS.length, ...keys)
}

const makeTech = async () => makeEmployee(await makeFirm())
const storedOf = async (id: string) => (await db.totpApp.findUniqueOrThrow({ where: { id } })).sealedSecret

test('a sealed secret shows nothing of the secret, and sealing twice gives two', () => {
  const [one, other] = [seal('JBSWY3DP', 'row'), seal('JBSWY3DP', 'row')]
  expect(one).not.toBe(other)
  expect(Buffer.from(one, 'base64url').toString()).not.toContain('JBSWY3DP')
  expect([unseal(one, 'row'), unseal(other, 'row')]).toEqual(['JBSWY3DP', 'JBSWY3DP'])
})

test('with a new key first, the old one still opens and the new one seals', () => {
  const before = seal('JBSWY3DP', 'row')
  setKeys(newKey, key)
  expect(unseal(before, 'row')).toBe('JBSWY3DP')
  expect(before.startsWith(newestMark())).toBe(false)

  const after = seal('JBSWY3DP', 'row')
  expect(after.startsWith(newestMark())).toBe(true)
  setKeys(key)
  expect(unseal(after, 'row')).toBeNull()
})

test('a secret that was copied into another row does not open', () => {
  expect(unseal(seal('JBSWY3DP', 'one row'), 'another row')).toBeNull()
})

test.each([0, 1, 2, 3])('a change in part %d keeps a sealed secret shut', (changed) => {
  const parts = seal('JBSWY3DP', 'row').split('.')
  const flipped = parts.map((part, n) => {
    if (n !== changed) return part
    const bytes = Buffer.from(part, 'base64url')
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1)
    return bytes.toString('base64url')
  })
  expect(unseal(flipped.join('.'), 'row')).toBeNull()
})

test.each(['', '.', '...', 'nothing', 'a.b.c', 'a.b.c.d.e'])('%j does not open', (stored) => {
  expect(unseal(stored, 'row')).toBeNull()
})

test('a tag that was cut short does not open: it would be guessed sooner', () => {
  const [mark, nonce, sealed, tag = ''] = seal('JBSWY3DP', 'row').split('.')
  const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url')
  expect(unseal([mark, nonce, sealed, short].join('.'), 'row')).toBeNull()
})

test('a secret of an old key is sealed again, and opens without the old key', async () => {
  const tech = await makeTech()
  const [old, recent] = [await makeApp(tech), await makeApp(tech, { key: newKey })]
  const recentBefore = await storedOf(recent.id)
  setKeys(newKey, key)

  expect(await resealOld()).toBeGreaterThanOrEqual(1)
  expect(await resealOld()).toBe(0)

  setKeys(newKey)
  expect(unseal(await storedOf(old.id), old.id)).toBe(old.secret)
  expect(await storedOf(recent.id)).toBe(recentBefore)
  expect(await matchStep(tech.id, await tokenOf(old))).toMatchObject({ appId: old.id })
  setKeys(key, newKey)
  await resealOld()
})

test('an app whose key is lost is no match and stays, and the other app works', async () => {
  const tech = await makeTech()
  const [lost, good] = [await makeApp(tech, { key: lostKey }), await makeApp(tech)]
  const before = await storedOf(lost.id)

  expect(await matchStep(tech.id, await tokenOf(lost))).toBe('wrong')
  expect(await matchStep(tech.id, await tokenOf(good))).toMatchObject({ appId: good.id })
  await resealOld()
  expect(await storedOf(lost.id)).toBe(before)
  await db.totpApp.delete({ where: { id: lost.id } })
})

test('a sealed secret copied from another person is no match', async () => {
  const [mine, theirs] = [await makeApp(await makeTech()), await makeApp(await makeTech())]
  await db.totpApp.update({
    where: { id: mine.id },
    data: { sealedSecret: await storedOf(theirs.id) },
  })
  const { employeeId } = await db.totpApp.findUniqueOrThrow({ where: { id: mine.id } })
  expect(await matchStep(employeeId, await tokenOf(theirs))).toBe('wrong')
})
