import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { findPendingSignIn, type PendingSignIn } from '@/lib/session/pending-sign-ins'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'
import { settleThenReadPush } from '@/lib/sign-in-methods/push/settle-then-read-push'
import { unlockPushes } from '@/lib/sign-in-methods/push/unlock-pushes'
import { removeAllMethods } from '@/lib/sign-in-methods/remove-all-methods'
import type { Firm, PushMode } from '@/prisma/client/client'
import { simulatedAuthy } from '../../authy'
import { actorFor, makeEmployee, makeFirm, makeSession } from '../../factories'
import { makePasskey } from '../../firms/policies'
import { notificationKindsFor, notificationsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { makeRegistered } from '../../registered'

const authy = simulatedAuthy()
const home = { browserId: 'a'.repeat(64), network: '10.0.0.1' }
const token = () => ({ kind: 'token', method: 'app', digest: crypto.randomUUID() }) as const

/** Sends a push for this pending sign-in and denies it. */
async function deny(pending: PendingSignIn, mobileNumber: string) {
  const opened = await createPush(pending)
  if (!opened.ok) throw new Error(opened.reason)
  await sendPush(opened.value)
  await db.$executeRaw`update push set created_at = created_at - interval '3 seconds' where id = ${opened.value.pushId}::uuid`
  const [push] = await authy.pushes(mobileNumber)
  await authy.answer(mobileNumber, push?.uuid ?? '', 'deny')
  expect(await settleThenReadPush(pending.pendingId)).toMatchObject({ status: 'denied' })
}

/** Somebody who has signed in at home before. */
async function makeResident(pushMode: PushMode = 'unusual') {
  const tech = await makeRegistered(await makeFirm({ requiresSecondFactor: true, pushMode }))
  const finished = await finishSignIn(await makePending(tech, home), token())
  expect(finished).toMatchObject({ ok: true })
  return tech
}

async function isTyped(pending: PendingSignIn): Promise<boolean> {
  const opened = await createPush(pending)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value.typedCode !== null
}

async function change(firmId: string, data: Partial<Firm>) {
  await db.firm.update({ where: { id: firmId }, data })
}

test('after a denial no push is sent, in any browser', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  await deny(pending, tech.mobileNumber)
  for (const next of [pending, await makePending(tech), await makePending(tech, { purpose: 'step_up' })]) {
    expect(await createPush(next)).toEqual({ ok: false, reason: 'pushes-locked' })
  }
})

test('the sign-in in which a push was denied continues with a typed proof', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  await deny(pending, tech.mobileNumber)
  expect(await findPendingSignIn(pending.pendingId)).toMatchObject({ arePushesLocked: true })
  expect(await finishSignIn(pending, token())).toMatchObject({ ok: true })
})

test('a push prepared while another was denied is not sent', async () => {
  const tech = await makeRegistered()
  const opened = await createPush(await makePending(tech))
  if (!opened.ok) throw new Error(opened.reason)
  await db.employee.update({ where: { id: tech.id }, data: { pushesLockedAt: new Date() } })
  await sendPush(opened.value)
  expect(await authy.pushes(tech.mobileNumber)).toEqual([])
})

test('the person and the other active admins of the firm are notified of a denial', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const gone = await makeEmployee(firm, { role: 'admin', active: false })
  const colleague = await makeEmployee(firm)
  const stranger = await makeFirm()
  const tech = await makeRegistered(firm)
  await deny(await makePending(tech), tech.mobileNumber)

  expect(await notificationKindsFor(tech.id)).toEqual(['push-denied'])
  expect(await notificationsFor(firm.admin.id)).toMatchObject([
    { kind: 'admin-alert', about: tech.name, what: 'push-denied' },
  ])
  for (const { id } of [gone, colleague, stranger.admin]) expect(await notificationsFor(id)).toEqual([])
  const lines = { firmId: firm.id, actorId: tech.id, action: { in: ['sign-in.denied', 'pushes.locked'] } }
  expect(await db.auditEvent.count({ where: lines })).toBe(2)
})

test.each([
  { secondFactor: 'push', minutesAgo: 0 },
  { secondFactor: 'trusted-browser', minutesAgo: 0 },
  { secondFactor: 'text', minutesAgo: 11 },
])('pushes are not turned on by %o', async ({ secondFactor, minutesAgo }) => {
  const tech = await makeRegistered()
  await db.employee.update({ where: { id: tech.id }, data: { pushesLockedAt: new Date() } })
  const sessionId = await makeSession(tech)
  await db.session.update({ where: { id: sessionId }, data: { secondFactor } })
  const secondFactorAt = new Date(Date.now() - minutesAgo * 60_000)
  const answer = await unlockPushes(actorFor(tech, { sessionId, secondFactorAt }))
  expect(answer).toEqual({ ok: false, reason: 'proof-needed' })
})

test.each(['token', 'app', 'recovery-code', 'passkey'])(
  'after a step-up by %s pushes are sent again, and typed for 30 days',
  async (secondFactor) => {
    const tech = await makeResident()
    await deny(await makePending(tech, home), tech.mobileNumber)
    const sessionId = await makeSession(tech)
    await db.session.update({ where: { id: sessionId }, data: { secondFactor } })
    const actor = actorFor(tech, { sessionId })
    expect(await unlockPushes(actor)).toEqual({ ok: true, value: { changed: true } })
    expect(await unlockPushes(actor)).toEqual({ ok: true, value: { changed: false } })
    expect(await isTyped(await makePending(tech, home))).toBe(true)
  },
)

test('after a reset of the phone, a denial on the old one holds back no push', async () => {
  const tech = await makeRegistered()
  await deny(await makePending(tech), tech.mobileNumber)
  await db.$transaction((tx) => removeAllMethods(tx, tech.id))
  expect((await db.employee.findUniqueOrThrow({ where: { id: tech.id } })).pushesLockedAt).toBeNull()
})

test('another person’s session does not turn pushes on', async () => {
  const [tech, colleague] = [await makeRegistered(), await makeRegistered()]
  await db.employee.update({ where: { id: tech.id }, data: { pushesLockedAt: new Date() } })
  const sessionId = await makeSession(colleague)
  await db.session.update({ where: { id: sessionId }, data: { secondFactor: 'text' } })
  expect(await unlockPushes(actorFor(tech, { sessionId }))).toEqual({ ok: false, reason: 'proof-needed' })
})

test('at home a swipe is enough', async () => {
  expect(await isTyped(await makePending(await makeResident(), home))).toBe(false)
})

test.each([
  ['another browser', { browserId: 'b'.repeat(64) }],
  ['another network', { network: '10.9.9.9' }],
])('in %s the code has to be typed, and an approval alone opens nothing', async (_, elsewhere) => {
  const tech = await makeResident()
  const pending = await makePending(tech, { ...home, ...elsewhere })
  expect(await isTyped(pending)).toBe(true)
  await db.push.updateMany({ where: { pendingSignInId: pending.pendingId }, data: { status: 'approved' } })
  expect(await finishSignIn(pending, { kind: 'push', typedCodeHash: null })).toEqual({
    ok: false,
    reason: 'not-approved',
  })
})

test('in a swipe firm an approval completes the sign-in in any browser and network', async () => {
  const tech = await makeResident('swipe')
  const pending = await makePending(tech, { browserId: 'b'.repeat(64), network: '10.9.9.9' })
  expect(await isTyped(pending)).toBe(false)
  await db.push.updateMany({ where: { pendingSignInId: pending.pendingId }, data: { status: 'approved' } })
  const push = { kind: 'push', typedCodeHash: null } as const
  expect(await finishSignIn(pending, push)).toMatchObject({ ok: true })
})

test('a browser in which only a password was set through a mailed link is not known', async () => {
  const tech = await makeResident()
  const browserId = 'c'.repeat(64)
  await db.$executeRaw`
    insert into known_browser (employee_id, browser_id, last_seen_at) values (${tech.id}::uuid, ${browserId}, '-infinity')`
  expect(await isTyped(await makePending(tech, { ...home, browserId }))).toBe(true)
})

test('another person’s browser and network do not count as known', async () => {
  await makeResident()
  const tech = await makeResident()
  await db.knownBrowser.deleteMany({ where: { employeeId: tech.id } })
  expect(await isTyped(await makePending(tech, home))).toBe(true)
})

test('a first sign-in sends a push without a typed code', async () => {
  expect(await isTyped(await makePending(await makeRegistered(), home))).toBe(false)
})

test('a firm without pushes gets none, a firm with passkeys only before the first', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  await change(tech.firmId, { allowsPush: false })
  expect(await createPush(pending)).toEqual({ ok: false, reason: 'push-not-allowed' })

  await change(tech.firmId, { allowsPush: true, minimumTech: 'passkey' })
  expect(await createPush(pending)).toMatchObject({ ok: true })
  expect(await createPush(await makePending(tech, { purpose: 'step_up' }))).toEqual({
    ok: false,
    reason: 'push-not-allowed',
  })
  await makePasskey(tech)
  expect(await createPush(pending)).toEqual({ ok: false, reason: 'push-not-allowed' })
})
