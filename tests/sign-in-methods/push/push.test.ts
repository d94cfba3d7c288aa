import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { type CreatedPush, createPush } from '@/lib/sign-in-methods/push/create-push'
import { findLatestPush } from '@/lib/sign-in-methods/push/queries'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'
import { settleThenReadPush } from '@/lib/sign-in-methods/push/settle-then-read-push'
import { tryTypedCode } from '@/lib/sign-in-methods/push/try-typed-code'
import { simulatedAuthy } from '../../authy'
import { makeFirm } from '../../factories'
import { notificationKindsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { makeRegistered } from '../../registered'

const authy = simulatedAuthy()

async function send(pending: PendingSignIn): Promise<CreatedPush> {
  const opened = await createPush(pending)
  if (!opened.ok) throw new Error(opened.reason)
  await sendPush(opened.value)
  // The vendor is asked from two seconds after the push on.
  await db.$executeRaw`update push set created_at = created_at - interval '3 seconds' where id = ${opened.value.pushId}::uuid`
  return opened.value
}

async function newestPush(number: string) {
  const [push] = await authy.pushes(number)
  if (!push) throw new Error('No push arrived')
  return push
}

test('the phone shows the number of the page, and firm, browser, place and time', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  await send(pending)

  const push = await findLatestPush(pending.pendingId)
  const arrived = await newestPush(tech.mobileNumber)
  expect(arrived.message).toContain(`Number ${push?.matchNumber}.`)
  expect(arrived.details).toMatchObject({
    Browser: 'Chrome on Linux',
    Place: 'somewhere',
    Number: push?.matchNumber,
  })
})

test('an approval on the phone finishes the sign-in that asked', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  await send(pending)
  await authy.answer(tech.mobileNumber, (await newestPush(tech.mobileNumber)).uuid, 'approve')

  expect(await settleThenReadPush(pending.pendingId)).toMatchObject({ status: 'approved' })
  expect(await finishSignIn(pending, { kind: 'push', typedCodeHash: null })).toMatchObject({
    ok: true,
  })
})

test('a denial ends the push, notifies the person and cannot be approved afterwards', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  await send(pending)
  await authy.answer(tech.mobileNumber, (await newestPush(tech.mobileNumber)).uuid, 'deny')

  expect(await settleThenReadPush(pending.pendingId)).toMatchObject({ status: 'denied' })
  expect(await finishSignIn(pending, { kind: 'push', typedCodeHash: null })).toMatchObject({
    ok: false,
  })
  expect(await notificationKindsFor(tech.id)).toContain('push-denied')
})

test('a new push takes the place of the open one, also of another browser', async () => {
  const tech = await makeRegistered()
  const first = await makePending(tech)
  const second = await makePending(tech)
  await send(first)
  const old = await newestPush(tech.mobileNumber)
  await send(second)

  expect(await settleThenReadPush(first.pendingId)).toMatchObject({ status: 'superseded' })
  await authy.answer(tech.mobileNumber, old.uuid, 'approve')
  expect(await settleThenReadPush(first.pendingId)).toMatchObject({ status: 'superseded' })
  expect(await settleThenReadPush(second.pendingId)).toMatchObject({ status: 'pending' })
})

test('twenty pushes asked for at once leave one open', async () => {
  const tech = await makeRegistered()
  const pendings = await Promise.all(Array.from({ length: 20 }, () => makePending(tech)))
  const opened = await Promise.all(pendings.map((pending) => createPush(pending)))
  expect(opened.filter(({ ok }) => ok)).toHaveLength(3)
  expect(
    await db.push.count({ where: { employeeId: tech.id, status: { in: ['sending', 'pending'] } } }),
  ).toBe(1)
})

test('after three unanswered pushes no more are sent for ten minutes', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  for (let pushes = 0; pushes < 3; pushes++) await send(pending)
  expect(await createPush(pending)).toEqual({ ok: false, reason: 'too-many-pushes' })

  await db.$executeRaw`update push set created_at = now() - interval '11 minutes' where employee_id = ${tech.id}::uuid`
  expect(await createPush(pending)).toMatchObject({ ok: true })
})

test('a push nobody answers expires by the clock of the database', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  await send(pending)
  await db.$executeRaw`update push set expires_at = now() - interval '1 second' where employee_id = ${tech.id}::uuid`
  expect(await settleThenReadPush(pending.pendingId)).toMatchObject({ status: 'expired' })
})

test('an approval after the end of its time is an expiry', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  await send(pending)
  await authy.answer(tech.mobileNumber, (await newestPush(tech.mobileNumber)).uuid, 'approve')
  await db.$executeRaw`update push set expires_at = now() - interval '1 second' where employee_id = ${tech.id}::uuid`
  expect(await settleThenReadPush(pending.pendingId)).toMatchObject({ status: 'expired' })
})

test.each(['other-uuid', 'other-person', 'caps-status', '500', 'html'])(
  'an approval that comes with %s changes nothing',
  async (fault) => {
    const tech = await makeRegistered()
    const pending = await makePending(tech)
    await send(pending)
    await authy.answer(tech.mobileNumber, (await newestPush(tech.mobileNumber)).uuid, 'approve')
    await authy.fault('push-status', fault, tech.mobileNumber)
    expect(await settleThenReadPush(pending.pendingId)).toMatchObject({ status: 'pending' })
  },
)

test('a push that the vendor cannot take fails, and another method works', async () => {
  const tech = await makeRegistered()
  await authy.fault('push', '500', tech.mobileNumber)
  const pending = await makePending(tech)
  const opened = await createPush(pending)
  if (!opened.ok) throw new Error(opened.reason)
  await sendPush(opened.value)
  expect(await findLatestPush(pending.pendingId)).toMatchObject({ status: 'failed' })
})

test('all tabs and processes together ask the vendor once in three seconds', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  await send(pending)
  const { uuid } = await newestPush(tech.mobileNumber)
  await Promise.all(Array.from({ length: 20 }, () => settleThenReadPush(pending.pendingId)))
  const asked = (await authy.requests()).filter(({ path }) => path.endsWith(uuid))
  expect(asked).toHaveLength(1)
})

test('a typed push shows a code that counts only after the approval, three tries', async () => {
  const tech = await makeRegistered(await makeFirm({ requiresSecondFactor: true, pushMode: 'typed' }))
  const pending = await makePending(tech)
  await send(pending)
  const arrived = await newestPush(tech.mobileNumber)
  const code = arrived.details['Type this code'] ?? ''
  expect(code).toMatch(/^\d{6}$/)
  expect(await tryTypedCode(pending.pendingId, code)).toEqual({ ok: false, reason: 'not-approved' })

  await authy.answer(tech.mobileNumber, arrived.uuid, 'approve')
  await settleThenReadPush(pending.pendingId)
  const wrong = code === '000000' ? '111111' : '000000'
  for (let tries = 0; tries < 2; tries++) {
    const tried = await tryTypedCode(pending.pendingId, wrong)
    if (!tried.ok) throw new Error(tried.reason)
    const finished = await finishSignIn(pending, { kind: 'push', typedCodeHash: tried.value })
    expect(finished).toEqual({ ok: false, reason: 'not-approved' })
  }
  const right = await tryTypedCode(pending.pendingId, code)
  if (!right.ok) throw new Error(right.reason)
  expect(await tryTypedCode(pending.pendingId, code)).toEqual({ ok: false, reason: 'no-tries-left' })
  const finished = await finishSignIn(pending, { kind: 'push', typedCodeHash: right.value })
  expect(finished).toMatchObject({ ok: true })
})
