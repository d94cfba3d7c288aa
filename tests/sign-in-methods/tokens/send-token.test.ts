import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { numberHash } from '@/lib/sign-in-methods/tokens/number-hash'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { simulatedAuthy } from '../../authy'
import { makeEmployee, makeFirm, uniqueNumber } from '../../factories'
import { makePending } from '../../pending'
import { makeRegistered } from '../../registered'
import { makeApp } from '../totp/apps'

const authy = simulatedAuthy()
let addresses = 0
const anAddress = () => `203.0.113.${addresses++}`

/** Moves the texts of a person into the past. */
const age = (employeeId: string, seconds: number) => db.$executeRaw`
  update sent_token set created_at = created_at - make_interval(secs => ${seconds}) where employee_id = ${employeeId}::uuid`

test('a text arrives at the number on file, also when the person has the app', async () => {
  const tech = await makeRegistered()
  expect(await sendToken(await makePending(tech), anAddress())).toEqual({ ok: true, value: 'sent' })
  const [message] = await authy.messages(tech.mobileNumber)
  expect(message?.code).toMatch(/^\d{6,8}$/)
})

test('an answer that says the text was ignored is not called sent', async () => {
  const tech = await makeRegistered()
  await authy.fault('sms', 'ignored-text', tech.mobileNumber)
  expect(await sendToken(await makePending(tech), anAddress())).not.toEqual({ ok: true, value: 'sent' })
})

test('a number the worker has not registered yet is registered for the first text', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }), { vendorState: 'waiting' })
  expect(await sendToken(await makePending(tech), anAddress())).toEqual({ ok: true, value: 'sent' })
  expect(await db.employee.findUnique({ where: { id: tech.id } })).toMatchObject({
    vendorState: 'registered',
  })
})

test('a person who asks in ten browsers at once gets one text', async () => {
  const tech = await makeRegistered()
  const pendings = await Promise.all(Array.from({ length: 10 }, () => makePending(tech)))
  const sent = await Promise.all(pendings.map((pending) => sendToken(pending, anAddress())))
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await authy.messages(tech.mobileNumber)).toHaveLength(1)
})

test('five texts in ten minutes, and no more', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  for (let texts = 0; texts < 5; texts++) {
    expect(await sendToken(pending, anAddress())).toMatchObject({ ok: true })
    await age(tech.id, 121)
  }
  await db.$executeRaw`update sent_token set created_at = now() - interval '5 minutes' where employee_id = ${tech.id}::uuid`
  expect(await sendToken(pending, anAddress())).toMatchObject({ ok: false, reason: 'too-many-texts' })
})

test('a new text gives its code five tries, and forgives nothing', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  await db.pendingSignIn.update({ where: { id: pending.pendingId }, data: { triesLeft: 0 } })
  await db.employee.update({ where: { id: tech.id }, data: { wrongTokensInRow: 5 } })
  await sendToken(pending, anAddress())
  expect(await db.pendingSignIn.findUnique({ where: { id: pending.pendingId } })).toMatchObject({
    triesLeft: 5,
  })
  expect(await db.employee.findUnique({ where: { id: tech.id } })).toMatchObject({ wrongTokensInRow: 5 })
})

test('numbers of countries that are not on the list get no texts', async () => {
  const tech = await makeRegistered()
  await db.employee.update({ where: { id: tech.id }, data: { mobileNumber: '+393471234567' } })
  expect(await sendToken(await makePending(tech), anAddress())).toMatchObject({ ok: true })
  await db.employee.update({ where: { id: tech.id }, data: { mobileNumber: '+79161234567' } })
  expect(await sendToken(await makePending(tech), anAddress())).toEqual({
    ok: false,
    reason: 'country-closed',
  })
})

/** A tech whose texts go by Twilio Verify, and whom Authy does not know. */
async function makeMigrated(firm?: { id: string }) {
  const mobileNumber = uniqueNumber()
  const to = firm ?? (await makeFirm({ requiresSecondFactor: true }))
  return { ...(await makeEmployee(to, { vendor: 'verify', mobileNumber })), mobileNumber }
}

const latestText = (employeeId: string) =>
  db.sentToken.findFirst({ where: { employeeId }, orderBy: { createdAt: 'desc' } })

test('Twilio Verify needs the number alone, and its token is a text', async () => {
  const tech = await makeMigrated()
  const pending = await makePending(tech)
  expect(await sendToken(pending, anAddress())).toEqual({ ok: true, value: 'sent' })
  expect(await latestText(tech.id)).toMatchObject({
    vendor: 'verify',
    vendorId: expect.stringMatching(/^VE/),
    numberHash: numberHash(tech.mobileNumber),
  })
  const [message] = await authy.messages(tech.mobileNumber)
  expect(await checkToken(pending, '000000')).toEqual({ ok: false, reason: 'wrong' })
  expect(await checkToken(pending, message?.code ?? '')).toMatchObject({ value: { method: 'text' } })
})

test('a vendor that surely sent nothing is stood in for by the other one', async () => {
  const tech = await makeRegistered()
  await authy.fault('sms', '500', tech.mobileNumber)
  expect(await sendToken(await makePending(tech), anAddress())).toEqual({ ok: true, value: 'sent' })
  expect(await latestText(tech.id)).toMatchObject({ vendor: 'verify', failure: 'authy:provider-down' })

  const moving = await makeRegistered()
  await db.employee.update({ where: { id: moving.id }, data: { vendor: 'verify' } })
  await authy.fault('verify-send', '60410', moving.mobileNumber)
  expect(await sendToken(await makePending(moving), anAddress())).toEqual({ ok: true, value: 'sent' })
  expect(await latestText(moving.id)).toMatchObject({ vendor: 'authy', failure: 'verify:invalid' })
})

test('while one vendor is down a token of the other is taken, and silence is not wrong', async () => {
  const tech = await makeRegistered()
  await db.employee.update({ where: { id: tech.id }, data: { vendor: 'verify' } })
  const pending = await makePending(tech)
  await sendToken(pending, anAddress())
  await authy.fault('verify-check', '500', tech.mobileNumber)
  expect(await checkToken(pending, '0000000')).toEqual({ ok: false, reason: 'provider-down' })
  expect(await checkToken(pending, await authy.appToken(tech.mobileNumber))).toMatchObject({
    value: { method: 'app' },
  })

  await authy.clearFaults()
  await authy.fault('verify', '500', tech.mobileNumber)
  expect(await checkToken(pending, '0000000')).toEqual({ ok: false, reason: 'wrong' })
  const [message] = await authy.messages(tech.mobileNumber)
  expect(await checkToken(pending, message?.code ?? '')).toMatchObject({ value: { method: 'text' } })
  await authy.clearFaults()
})

test('one phone gets five texts in ten minutes, however many accounts it serves', async () => {
  const mobileNumber = uniqueNumber()
  for (let texts = 0; texts < 6; texts++) {
    const firm = await makeFirm({ requiresSecondFactor: true })
    const tech = await makeEmployee(firm, { vendor: 'verify', mobileNumber })
    const sent = await sendToken(await makePending(tech), anAddress())
    expect(sent).toMatchObject(
      texts < 5 ? { ok: true, value: 'sent' } : { ok: false, reason: 'too-many-texts' },
    )
  }
})

test('a firm without texts sends them to a sign-in only as the last method', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await db.firm.update({ where: { id: firm.id }, data: { allowsText: false } })
  const [isNew, hasNothing, hasApp] = [
    await makeMigrated(firm),
    await makeMigrated(firm),
    await makeMigrated(firm),
  ]
  for (const { id } of [hasNothing, hasApp])
    await db.employee.update({ where: { id }, data: { numberProvenAt: new Date() } })
  for (const tech of [isNew, hasApp]) await makeApp(tech)

  expect(await sendToken(await makePending(isNew), anAddress())).toEqual({
    ok: false,
    reason: 'text-not-allowed',
  })
  expect(await sendToken(await makePending(hasNothing), anAddress())).toMatchObject({ ok: true })
  expect(await sendToken(await makePending(hasApp), anAddress())).toEqual({
    ok: false,
    reason: 'text-not-allowed',
  })
  expect(await latestText(hasApp.id)).toBeNull()
})

test('one network gets sixty texts an hour, and support is notified once', async () => {
  const { admin: supporter } = await makeFirm({ isOperator: true })
  const { takeOne } = await import('@/lib/rate-limit')
  const limit = { name: 'texts-network', points: 60, seconds: 3600 }
  for (let texts = 0; texts < 60; texts++) await takeOne(limit, '198.51.100.1')
  const tech = await makeRegistered()
  for (let asked = 0; asked < 2; asked++) {
    expect(await sendToken(await makePending(tech), '198.51.100.1')).toMatchObject({
      ok: false,
      reason: 'texts-used-up',
    })
  }
  const notified = await db.notification.findMany({ where: { employeeId: supporter.id } })
  expect(notified.map(({ content }) => content)).toEqual([
    expect.objectContaining({ kind: 'texts-used-up', whose: 'one network' }),
  ])
})

test.each(['500', 'html', 'success-false', 'hang'])(
  'a vendor that answers %s is not called sent, and says so within ten seconds',
  async (fault) => {
    const tech = await makeRegistered()
    await authy.fault('sms', fault, tech.mobileNumber)
    await authy.fault('verify-send', '500', tech.mobileNumber)
    const startedAt = performance.now()
    expect(await sendToken(await makePending(tech), anAddress())).not.toEqual({ ok: true, value: 'sent' })
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  },
)
