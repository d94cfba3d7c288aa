import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { simulatedAuthy } from '../../authy'
import { makeEmployee, makeFirm } from '../../factories'
import { notificationKindsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { rounds } from '../../races/rounds'
import { makeRegistered } from '../../registered'

const authy = simulatedAuthy()

test('the token of the app is a proof, and spaces in it do not matter', async () => {
  const tech = await makeRegistered()
  const token = await authy.appToken(tech.mobileNumber)
  const checked = await checkToken(await makePending(tech), ` ${token.slice(0, 3)} ${token.slice(3)} `)
  expect(checked).toMatchObject({ ok: true, value: { kind: 'token' } })
})

test('what cannot be a token costs no try and reaches no vendor', async () => {
  const pending = await makePending(await makeRegistered())
  for (const typed of ['', '12345', '../sms', 'abcdef', '1'.repeat(3000)]) {
    expect(await checkToken(pending, typed)).toEqual({ ok: false, reason: 'not-a-code' })
  }
  expect((await db.pendingSignIn.findUniqueOrThrow({ where: { id: pending.pendingId } })).triesLeft).toBe(5)
})

test('a wrong token costs a try, and after five of them the code no longer works', async () => {
  const pending = await makePending(await makeRegistered())
  for (let tries = 0; tries < 5; tries++) {
    expect(await checkToken(pending, '0000000')).toEqual({ ok: false, reason: 'wrong' })
  }
  expect(await checkToken(pending, '0000000')).toEqual({ ok: false, reason: 'no-tries-left' })
})

const perSignIn = rounds({ few: 4, full: 20 })

test('guesses at once see no more answers than the budget', async () => {
  const tech = await makeRegistered()
  const pendings = await Promise.all(Array.from({ length: 10 }, () => makePending(tech)))
  const guesses = pendings.flatMap((pending) =>
    Array.from({ length: perSignIn }, (_, guess) => checkToken(pending, String(1_000_000 + guess))),
  )
  const reasons = (await Promise.all(guesses)).map((guess) => (guess.ok ? 'right' : guess.reason))
  // Ten free ones, and the tenth starts the wait.
  expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(10)
  expect(reasons.filter((reason) => ['locked', 'no-tries-left'].includes(reason))).toHaveLength(
    10 * perSignIn - 10,
  )
})

test('the right token is refused while the wait runs', async () => {
  const tech = await makeRegistered()
  await db.employee.update({
    where: { id: tech.id },
    data: { wrongTokensInRow: 10, tokensLockedUntil: new Date(Date.now() + 30_000) },
  })
  const token = await authy.appToken(tech.mobileNumber)
  const answer = await checkToken(await makePending(tech), token)
  expect(answer).toMatchObject({ ok: false, reason: 'locked', opensAt: expect.any(Date) })
})

test('after a hundred wrong ones in a row even the right token is refused', async () => {
  const tech = await makeRegistered()
  await db.employee.update({ where: { id: tech.id }, data: { wrongTokensInRow: 100 } })
  const token = await authy.appToken(tech.mobileNumber)
  expect(await checkToken(await makePending(tech), token)).toEqual({ ok: false, reason: 'disabled' })
})

test('the person is notified of the tenth wrong token in a row', async () => {
  const tech = await makeRegistered()
  await db.employee.update({ where: { id: tech.id }, data: { wrongTokensInRow: 9 } })
  await checkToken(await makePending(tech), '0000000')
  expect(await notificationKindsFor(tech.id)).toEqual(['tokens-locked'])
})

test('a token that was used once is refused as used', async () => {
  const tech = await makeRegistered()
  const token = await authy.appToken(tech.mobileNumber)
  const first = await makePending(tech)
  const checked = await checkToken(first, token)
  if (!checked.ok) throw new Error(checked.reason)
  await finishSignIn(first, checked.value)

  expect(await checkToken(await makePending(tech), token)).toEqual({ ok: false, reason: 'used' })
})

test.each(['500', 'html', 'success-false', 'empty', '302', '503-html'])(
  'a vendor that answers %s proves nothing, even for the right token',
  async (fault) => {
    const tech = await makeRegistered()
    const token = await authy.appToken(tech.mobileNumber)
    await authy.fault('verify', fault, tech.mobileNumber)
    const checked = await checkToken(await makePending(tech), token)
    expect(checked).toEqual({ ok: false, reason: 'provider-down' })
  },
)

test('a vendor that hangs is given up on within ten seconds', async () => {
  const tech = await makeRegistered()
  await authy.fault('verify', 'hang', tech.mobileNumber)
  const startedAt = performance.now()
  const checked = await checkToken(await makePending(tech), '1234567')
  expect(checked).toEqual({ ok: false, reason: 'provider-down' })
  expect(performance.now() - startedAt).toBeLessThan(10_000)
})

test('a firm cannot guess at one phone through many accounts', async () => {
  const victim = await makeRegistered()
  const { vendorUserId, mobileNumber } = victim
  const attackers = await makeFirm({ requiresSecondFactor: true })
  const guess = async () =>
    checkToken(await makePending(await makeEmployee(attackers, { vendorUserId, mobileNumber })), '000001')
  for (let tries = 0; tries < 30; tries++) expect(await guess()).toMatchObject({ ok: false, reason: 'wrong' })
  expect(await guess()).toMatchObject({ ok: false, reason: 'locked' })

  const token = await authy.appToken(victim.mobileNumber)
  expect(await checkToken(await makePending(victim), token)).toMatchObject({ ok: true })
})
