import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { sendToken } from '@/lib/second-factor/send-token'
import { simulatedAuthy } from '../authy'
import { makeEnrolled } from '../enrolled'
import { makeEmployee, makeFirm } from '../factories'
import { makePending } from '../pending'

const authy = simulatedAuthy()
let addresses = 0
const anAddress = () => `203.0.113.${addresses++}`

/** Moves the texts of a person into the past. */
const age = (employeeId: string, seconds: number) => db.$executeRaw`
  update sent_token set created_at = created_at - make_interval(secs => ${seconds}) where employee_id = ${employeeId}::uuid`

test('a text arrives at the number on file, also when the person has the app', async () => {
  const tech = await makeEnrolled()
  expect(await sendToken(await makePending(tech), anAddress())).toEqual({ ok: true, value: 'sent' })
  const [message] = await authy.messages(tech.mobileNumber)
  expect(message?.code).toMatch(/^\d{6,8}$/)
})

test('an answer that says the text was ignored is not called sent', async () => {
  const tech = await makeEnrolled()
  await authy.fault('sms', 'ignored-text', tech.mobileNumber)
  expect(await sendToken(await makePending(tech), anAddress())).not.toEqual({ ok: true, value: 'sent' })
})

test('a number the worker has not registered yet is registered for the first text', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }), { vendorState: 'waiting' })
  expect(await sendToken(await makePending(tech), anAddress())).toEqual({ ok: true, value: 'sent' })
  expect(await db.employee.findUnique({ where: { id: tech.id } })).toMatchObject({ vendorState: 'enrolled' })
})

test('a person who asks in ten browsers at once gets one text', async () => {
  const tech = await makeEnrolled()
  const pendings = await Promise.all(Array.from({ length: 10 }, () => makePending(tech)))
  const sent = await Promise.all(pendings.map((pending) => sendToken(pending, anAddress())))
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await authy.messages(tech.mobileNumber)).toHaveLength(1)
})

test('five texts in ten minutes, and no more', async () => {
  const tech = await makeEnrolled()
  const pending = await makePending(tech)
  for (let texts = 0; texts < 5; texts++) {
    expect(await sendToken(pending, anAddress())).toMatchObject({ ok: true })
    await age(tech.id, 121)
  }
  await db.$executeRaw`update sent_token set created_at = now() - interval '5 minutes' where employee_id = ${tech.id}::uuid`
  expect(await sendToken(pending, anAddress())).toEqual({ ok: false, reason: 'too-many-texts' })
})

test('a new text gives its code five tries, and forgives nothing', async () => {
  const tech = await makeEnrolled()
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
  const tech = await makeEnrolled()
  await db.employee.update({ where: { id: tech.id }, data: { mobileNumber: '+393471234567' } })
  expect(await sendToken(await makePending(tech), anAddress())).toMatchObject({ ok: true })
  await db.employee.update({ where: { id: tech.id }, data: { mobileNumber: '+79161234567' } })
  expect(await sendToken(await makePending(tech), anAddress())).toEqual({
    ok: false,
    reason: 'country-closed',
  })
})

test('one network gets sixty texts an hour, whomever they go to', async () => {
  const { takeOne } = await import('@/lib/rate-limit')
  const limit = { name: 'texts-network', points: 60, seconds: 3600 }
  for (let texts = 0; texts < 60; texts++) await takeOne(limit, '198.51.100.1')
  expect(await sendToken(await makePending(await makeEnrolled()), '198.51.100.1')).toEqual({
    ok: false,
    reason: 'texts-spent',
  })
})

test.each(['500', 'html', 'success-false', 'hang'])(
  'a vendor that answers %s is not called sent, and says so within ten seconds',
  { timeout: 20_000 },
  async (fault) => {
    const tech = await makeEnrolled()
    await authy.fault('sms', fault, tech.mobileNumber)
    const startedAt = performance.now()
    expect(await sendToken(await makePending(tech), anAddress())).not.toEqual({ ok: true, value: 'sent' })
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  },
)
