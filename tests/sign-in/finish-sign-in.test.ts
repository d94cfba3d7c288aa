import { expect, test } from 'vitest'
import type { Proof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import type { PushStatus } from '@/prisma/client/client'
import { makeEmployee, makeFirm, makeSession, passphrase } from '../factories'
import { notificationsFor } from '../notifications/notifications'
import { visitor } from '../passwords/people'
import { finishOwn, makePending } from '../pending'

const push: Proof = { kind: 'push', typedCodeHash: null }
const password: Proof = { kind: 'password' }
const token = (digest: string): Proof => ({ kind: 'token', method: 'text', digest })

async function techOfFirm(requiresSecondFactor: boolean) {
  return makeEmployee(await makeFirm({ requiresSecondFactor }), {
    vendorUserId: String(Math.random()).slice(2, 10),
  })
}

async function makePush(
  pending: { pendingId: string; employeeId: string; vendorUserId: string | null },
  status: PushStatus,
  typedCodeHash: string | null = null,
) {
  return db.push.create({
    data: {
      pendingSignInId: pending.pendingId,
      employeeId: pending.employeeId,
      vendorUserId: pending.vendorUserId ?? '',
      vendorRequestId: crypto.randomUUID(),
      matchNumber: '47',
      status,
      typedCodeHash,
      expiresAt: new Date(Date.now() + 120_000),
    },
  })
}

const sessionsOf = (employeeId: string) => db.session.count({ where: { employeeId } })

test('where the rule is on, a password alone never becomes a session', async () => {
  const pending = await makePending(await techOfFirm(true))
  expect(await finishSignIn(pending, password)).toEqual({
    ok: false,
    reason: 'second-step-required',
  })
  expect(await sessionsOf(pending.employeeId)).toBe(0)
})

test('the rule counts as it is now, not as it was at the password', async () => {
  const tech = await techOfFirm(false)
  const pending = await makePending(tech)
  await db.firm.update({ where: { id: tech.firmId }, data: { requiresSecondFactor: true } })
  expect(await finishSignIn(pending, password)).toEqual({
    ok: false,
    reason: 'second-step-required',
  })
})

test('a fresh proof for a sensitive act is never the password alone', async () => {
  const pending = await makePending(await techOfFirm(false), { purpose: 'step_up' })
  expect(await finishSignIn(pending, password)).toEqual({
    ok: false,
    reason: 'second-step-required',
  })
})

test('twenty finishes with one token open one session', async () => {
  const tech = await techOfFirm(true)
  const pendings = await Promise.all(Array.from({ length: 20 }, () => makePending(tech)))
  const finished = await Promise.all(
    pendings.map(({ pendingId }) => finishOwn(pendingId, token(`one ${tech.id}`))),
  )
  expect(finished.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await sessionsOf(tech.id)).toBe(1)
})

test('one pending sign-in opens one session, whatever proofs arrive together', async () => {
  const pending = await makePending(await techOfFirm(true))
  await makePush(pending, 'approved')
  const proofs = [push, push, token(crypto.randomUUID()), token(crypto.randomUUID())]
  const finished = await Promise.all(proofs.map((proof) => finishSignIn(pending, proof)))
  expect(finished.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await sessionsOf(pending.employeeId)).toBe(1)
})

test.each<PushStatus>(['sending', 'pending', 'denied', 'expired', 'failed', 'superseded'])(
  'a push that is %s opens nothing',
  async (status) => {
    const pending = await makePending(await techOfFirm(true))
    await makePush(pending, status)
    expect(await finishSignIn(pending, push)).toEqual({ ok: false, reason: 'not-approved' })
  },
)

test('an approval by the phone of a former number opens nothing', async () => {
  const tech = await techOfFirm(true)
  const pending = await makePending(tech)
  await makePush(pending, 'approved')
  await db.employee.update({ where: { id: tech.id }, data: { vendorUserId: 'another' } })
  expect(await finishSignIn(pending, push)).toEqual({ ok: false, reason: 'not-approved' })
})

test('a typed push counts only together with its code', async () => {
  const pending = await makePending(await techOfFirm(true))
  await makePush(pending, 'approved', 'hash of the code')
  const finish = (typedCodeHash: string | null) => finishSignIn(pending, { kind: 'push', typedCodeHash })
  expect(await finish(null)).toEqual({ ok: false, reason: 'not-approved' })
  expect(await finish('hash of another')).toEqual({ ok: false, reason: 'not-approved' })
  expect(await finish('hash of the code')).toMatchObject({ ok: true })
})

test('a deactivated person and an expired sign-in end', async () => {
  const tech = await techOfFirm(true)
  const pending = await makePending(tech)
  const expired = await makePending(tech, { expiresInSeconds: -1 })
  await db.employee.update({ where: { id: tech.id }, data: { active: false } })
  expect(await finishSignIn(pending, token(crypto.randomUUID()))).toEqual({
    ok: false,
    reason: 'ended',
  })
  expect(await finishSignIn(expired, token(crypto.randomUUID()))).toEqual({
    ok: false,
    reason: 'ended',
  })
})

test('a step-up replaces its session, and cannot bring back one that was ended', async () => {
  const tech = await techOfFirm(true)
  const sessionId = await makeSession(tech)
  const confirm = () => makePending(tech, { purpose: 'step_up', replacesSessionId: sessionId })
  const [first, second] = [await confirm(), await confirm()]

  expect(await finishSignIn(first, token(crypto.randomUUID()))).toMatchObject({ ok: true })
  expect(await db.session.findUnique({ where: { id: sessionId } })).toBeNull()
  expect(await finishSignIn(second, token(crypto.randomUUID()))).toEqual({
    ok: false,
    reason: 'ended',
  })
  expect(await sessionsOf(tech.id)).toBe(1)
})

test('only a complete sign-in with a second factor forgives wrong tokens', async () => {
  const withRule = await techOfFirm(true)
  const without = await techOfFirm(false)
  await db.employee.updateMany({
    where: { id: { in: [withRule.id, without.id] } },
    data: { wrongTokensInRow: 7 },
  })

  await finishSignIn(await makePending(without), password)
  await finishSignIn(await makePending(withRule), token(crypto.randomUUID()))

  const wrongTokens = async (id: string) =>
    (await db.employee.findUniqueOrThrow({ where: { id } })).wrongTokensInRow
  expect(await wrongTokens(without.id)).toBe(7)
  expect(await wrongTokens(withRule.id)).toBe(0)
})

test('signing in again in one browser ends the session it had, whosever that was', async () => {
  const tech = await techOfFirm(false)
  const colleague = await techOfFirm(false)
  const elsewhere = await makeSession(tech)
  for (const before of [await makeSession(tech), await makeSession(colleague)]) {
    const context = { ...visitor, browserId: storedId(newSecretId()), sessionId: before }
    const started = await startSignIn({ email: tech.email, password: passphrase }, context, () => {})
    if (!started.ok) throw new Error(started.reason)
    expect(await db.session.findUnique({ where: { id: before } })).not.toBeNull()

    const finished = await finishOwn(storedId(started.value.pendingSecret), password)
    expect(finished).toMatchObject({ ok: true })
    expect(await db.session.findUnique({ where: { id: before } })).toBeNull()
  }
  expect(await db.session.findUnique({ where: { id: elsewhere } })).not.toBeNull()
})

test('a sign-in goes through when the session the browser had has ended meanwhile', async () => {
  const tech = await techOfFirm(true)
  const pending = await makePending(tech, { replacesSessionId: 'ended' })
  expect(await finishSignIn(pending, token(crypto.randomUUID()))).toMatchObject({ ok: true })
})

test('what proves a number opens no session, whatever is shown, and uses up nothing', async () => {
  const tech = await techOfFirm(true)
  const { pendingId } = await makePending(tech)
  await db.pendingSignIn.update({ where: { id: pendingId }, data: { purpose: 'prove_number' } })
  const proof = token(crypto.randomUUID())
  expect(await finishOwn(pendingId, proof)).toEqual({ ok: false, reason: 'ended' })
  expect(await finishOwn(pendingId, password)).toEqual({ ok: false, reason: 'ended' })
  expect(await finishSignIn(await makePending(tech), proof)).toMatchObject({ ok: true })
})

test('a sign-in records its second factor, and so does one below the minimum', async () => {
  const tech = await techOfFirm(true)
  const details = async () =>
    (
      await db.auditEvent.findMany({
        where: { actorId: tech.id },
        orderBy: { at: 'asc' },
        select: { action: true, details: true },
      })
    ).map(({ action, details }) => [action, Object(details).secondFactor])
  await finishSignIn(await makePending(tech), token(crypto.randomUUID()))
  await db.firm.update({ where: { id: tech.firmId }, data: { minimumTech: 'passkey' } })
  const belowMinimum = await finishSignIn(await makePending(tech), token(crypto.randomUUID()))
  expect(belowMinimum).toEqual({ ok: false, reason: 'stronger-needed' })
  const ofAuthy: Proof = { kind: 'token', method: 'app', digest: crypto.randomUUID() }
  expect(await finishSignIn(await makePending(tech), ofAuthy)).toMatchObject({ ok: false })
  expect(await details()).toEqual([
    ['sign-in.finished', 'text'],
    ['sign-in.method-below-minimum', 'text'],
    ['sign-in.method-below-minimum', 'authy-app'],
  ])
})

test('the first proof of a number notifies its owner, and the admins once an hour', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const techs = await Promise.all([makeEmployee(firm), makeEmployee(firm)])
  for (const tech of techs)
    for (let times = 0; times < 2; times++)
      await finishSignIn(await makePending(tech), token(crypto.randomUUID()))

  const own = (await notificationsFor(techs[0].id)).filter(({ kind }) => kind === 'number-confirmed')
  expect(own).toMatchObject([{ number: techs[0].mobileNumber }])
  const mailed = await notificationsFor(firm.admin.id)
  expect(mailed).toMatchObject([{ kind: 'colleague-number-confirmed', about: techs[0].name }])
  expect(await db.notification.count({ where: { employeeId: firm.admin.id } })).toBe(2)
})
