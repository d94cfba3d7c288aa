import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { freshActorOf } from '@/lib/session/fresh-actor'
import { findSession } from '@/lib/session/sessions'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { getOffer } from '@/lib/sign-in/second-step'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { confirmApp } from '@/lib/sign-in-methods/totp/confirm-app'
import { startApp } from '@/lib/sign-in-methods/totp/start-app'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeFirm, makeSession, passphrase } from '../factories'
import { makePasskey } from '../firms/policies'
import { visitor } from '../passwords/people'
import { finishOwn, makePending } from '../pending'
import { makeApp, tokenOf } from '../sign-in-methods/totp/apps'

const required = { ok: false, reason: 'second-step-required' }

/** In a firm that asks nobody for a second step. */
const makeTech = async () => makeEmployee(await makeFirm({ requiresSecondFactor: false }))

/** A session that was opened with the password alone. */
async function passwordSession(tech: Employee): Promise<string> {
  const id = await makeSession(tech)
  await db.session.update({ where: { id }, data: { secondFactorAt: null, secondFactor: null } })
  return id
}

async function owes(sessionId: string): Promise<boolean | undefined> {
  return (await findSession(sessionId, true))?.needsSecondFactor
}

function start(tech: Employee) {
  const context = { ...visitor, address: crypto.randomUUID(), browserId: storedId(newSecretId()) }
  return startSignIn({ email: tech.email, password: passphrase }, context, () => {})
}

test('a person with an app is asked for it at sign-in, though the firm asks nobody', async () => {
  const tech = await makeTech()
  const app = await makeApp(tech)
  const started = await start(tech)
  expect(started).toMatchObject({ ok: true, value: { needsSecondFactor: true } })
  const pendingId = started.ok ? storedId(started.value.pendingSecret) : ''

  expect(await finishOwn(pendingId, { kind: 'password' })).toEqual(required)
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)
  const checked = await checkToken(await makePending(tech), await tokenOf(app))
  if (!checked.ok) throw new Error(checked.reason)
  expect(await finishOwn(pendingId, checked.value)).toMatchObject({ ok: true })
})

test('an app that was added after the password counts when the sign-in finishes', async () => {
  const tech = await makeTech()
  const pending = await makePending(tech)
  await makeApp(tech)
  expect(await finishSignIn(pending, { kind: 'password' })).toEqual(required)
})

test('the session in which the first app is added owes a second step from then on', async () => {
  const tech = await makeTech()
  const sessionId = await passwordSession(tech)
  expect(await owes(sessionId)).toBe(false)

  const freshActor = await freshActorOf(actorFor(tech, { sessionId, secondFactorAt: null }))
  if (!freshActor.ok) throw new Error(freshActor.reason)
  const started = await startApp(freshActor.value, 'Phone')
  if (!started.ok) throw new Error(started.reason)
  const { appId } = started.value
  expect(await owes(sessionId)).toBe(false)
  const confirmed = await confirmApp(freshActor.value, appId, await tokenOf(started.value))
  expect(confirmed).toMatchObject({ ok: true })
  expect(await owes(sessionId)).toBe(true)
})

test('an older session by the password alone has to step up, one by both does not', async () => {
  const tech = await makeTech()
  const [old, proven] = [await passwordSession(tech), await makeSession(tech)]
  await makeApp(tech)
  expect([await owes(old), await owes(proven)]).toEqual([true, false])
})

test('a stepped-up session takes the place of the old one only with a proof', async () => {
  const tech = await makeTech()
  const old = await passwordSession(tech)
  const app = await makeApp(tech)
  const pending = await makePending(tech, { purpose: 'step_up', replacesSessionId: old })
  expect(await finishSignIn(pending, { kind: 'password' })).toEqual(required)
  const checked = await checkToken(pending, await tokenOf(app))
  if (!checked.ok) throw new Error(checked.reason)

  const finished = await finishSignIn(pending, checked.value)
  expect(await findSession(old, true)).toBeNull()
  expect(await owes(storedId(finished.ok ? finished.value.sessionSecret : ''))).toBe(false)
})

test('a person without a method is not asked, also beside a colleague with an app', async () => {
  const tech = await makeTech()
  await makeApp(await makeEmployee({ id: tech.firmId }))
  expect(await start(tech)).toMatchObject({ ok: true, value: { needsSecondFactor: false } })
  expect(await finishSignIn(await makePending(tech), { kind: 'password' })).toMatchObject({
    ok: true,
  })
})

test('with an app, the password is no proof for adding, renaming or removing a method', async () => {
  const tech = await makeTech()
  const onlyPassword = actorFor(tech, { sessionId: await passwordSession(tech), secondFactorAt: null })
  expect(await freshActorOf(onlyPassword)).toMatchObject({ ok: true })
  await makeApp(tech)
  expect(await freshActorOf(onlyPassword)).toEqual({ ok: false, reason: 'proof-needed' })
})

test('a browser whose last sign-in took a passkey waits for it, others get the push', async () => {
  const tech = await makeEmployee(await makeFirm(), { vendorUserId: '4711' })
  await makePasskey(tech)
  const browserId = 'a'.repeat(64)
  const token = { kind: 'token', method: 'text', digest: crypto.randomUUID() } as const
  expect((await finishSignIn(await makePending(tech, { browserId }), token)).ok).toBe(true)
  expect(await getOffer(await makePending(tech, { browserId }))).toMatchObject({ awaitsPasskey: false })

  await db.knownBrowser.updateMany({
    where: { employeeId: tech.id, lastMethod: 'text' },
    data: { lastMethod: 'passkey' },
  })
  expect(await getOffer(await makePending(tech, { browserId }))).toMatchObject({ awaitsPasskey: true })
  expect(await getOffer(await makePending(tech))).toMatchObject({ awaitsPasskey: false })
})
