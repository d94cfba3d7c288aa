import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { type FreshActor, freshActorOfPending } from '@/lib/session/fresh-actor'
import { confirmApp } from '@/lib/sign-in-methods/totp/confirm-app'
import { maxApps } from '@/lib/sign-in-methods/totp/rules'
import { startApp } from '@/lib/sign-in-methods/totp/start-app'
import { makeEmployee, makeFirm } from '../../factories'
import { notificationsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { freshActorFor, inOneStep, makeApp, presentStep, tokenOf, wrongTokenFor } from './apps'

const makeTech = async () => makeEmployee(await makeFirm({ requiresSecondFactor: true }))
const notFound = { ok: false, reason: 'not-found' }

async function begin(freshActor: FreshActor) {
  const started = await startApp(freshActor, 'Work phone')
  if (!started.ok) throw new Error(started.reason)
  return started.value
}

/** Inside a sign-in, after a method below the firm's minimum. */
async function insideSignIn(tech: { id: string }) {
  const pending = await makePending(tech)
  const freshActor = freshActorOfPending({ ...pending, provenBy: 'text' })
  if (!freshActor.ok) throw new Error(freshActor.reason)
  return freshActor.value
}

const appsOf = (employeeId: string) => db.totpApp.findMany({ where: { employeeId } })

test('the first token makes the app a method, and is consumed by that', async () => {
  const tech = await makeTech()
  const freshActor = await freshActorFor(tech)
  const step = await inOneStep(async () => {
    const app = await begin(freshActor)
    expect(await confirmApp(freshActor, app.appId, await tokenOf(app))).toMatchObject({
      ok: true,
    })
    return presentStep()
  })
  const newest = (await appsOf(tech.id)).find(({ lastStep }) => lastStep === BigInt(step))
  expect(newest).toMatchObject({ name: 'Work phone', confirmedAt: expect.any(Date) })
  expect((await db.employee.findUniqueOrThrow({ where: { id: tech.id } })).enrolledAt).not.toBeNull()
})

test('the person is notified once, and the audit log has it', async () => {
  const tech = await makeTech()
  const freshActor = await freshActorFor(tech)
  const app = await begin(freshActor)
  const token = await tokenOf(app)
  await confirmApp(freshActor, app.appId, token)
  expect(await confirmApp(freshActor, app.appId, token)).toEqual(notFound)

  const method = { kind: 'app', name: 'Work phone' }
  expect(await notificationsFor(tech.id)).toMatchObject([{ kind: 'method-added', method }])
  const events = await db.auditEvent.findMany({ where: { actorId: tech.id, action: 'method.added' } })
  expect(events.map(({ details }) => details)).toEqual([{ app: 'Work phone' }])
})

test('a wrong first token does not make it a method', async () => {
  const tech = await makeTech()
  const freshActor = await freshActorFor(tech)
  const app = await begin(freshActor)
  const confirmed = await confirmApp(freshActor, app.appId, await wrongTokenFor(app))
  expect(confirmed).toEqual({ ok: false, reason: 'wrong' })
  expect(await appsOf(tech.id)).toMatchObject([{ confirmedAt: null }])
})

test('an app started in one session is confirmed by no other session or sign-in', async () => {
  const tech = await makeTech()
  const app = await begin(await freshActorFor(tech))
  for (const other of [await freshActorFor(tech), await insideSignIn(tech)]) {
    expect(await confirmApp(other, app.appId, await tokenOf(app))).toEqual(notFound)
  }
})

test('an app started in a sign-in is confirmed only by that sign-in', async () => {
  const tech = await makeTech()
  const freshActor = await insideSignIn(tech)
  const app = await begin(freshActor)
  const confirm = async (by: FreshActor) => confirmApp(by, app.appId, await tokenOf(app))
  expect(await confirm(await insideSignIn(tech))).toEqual(notFound)
  expect(await confirm(await freshActorFor(tech))).toEqual(notFound)
  expect(await confirm(freshActor)).toMatchObject({ ok: true })
})

test('another person cannot finish it, of the same firm or of another', async () => {
  const tech = await makeTech()
  const freshActor = await freshActorFor(tech)
  const app = await begin(freshActor)
  const colleague = await makeEmployee({ id: tech.firmId })
  for (const other of [colleague, await makeTech()]) {
    const theirs = { ...(await freshActorFor(other)), boundTo: freshActor.boundTo }
    expect(await confirmApp(theirs, app.appId, await tokenOf(app))).toEqual(notFound)
  }
})

test('a QR code waits fifteen minutes for its first token', async () => {
  const tech = await makeTech()
  const freshActor = await freshActorFor(tech)
  const app = await begin(freshActor)
  const age = async (seconds: number) =>
    db.$executeRaw`
      update totp_app set created_at = now() - make_interval(secs => ${seconds})
      where id = ${app.appId}::uuid`
  await age(15 * 60 + 1)
  expect(await confirmApp(freshActor, app.appId, await tokenOf(app))).toEqual(notFound)
  await age(14 * 60)
  expect(await confirmApp(freshActor, app.appId, await tokenOf(app))).toMatchObject({
    ok: true,
  })
})

test('a new QR code takes the place of the one before it', async () => {
  const tech = await makeTech()
  const freshActor = await freshActorFor(tech)
  const [first, second] = [await begin(freshActor), await begin(freshActor)]
  expect(second.secret).not.toBe(first.secret)
  expect(await confirmApp(freshActor, first.appId, await tokenOf(first))).toEqual(notFound)
  expect(await appsOf(tech.id)).toHaveLength(1)
})

test('five apps are enough', async () => {
  const tech = await makeTech()
  for (let apps = 0; apps < maxApps; apps++) await makeApp(tech)
  expect(await startApp(await freshActorFor(tech), 'One more')).toMatchObject({
    ok: false,
    reason: 'too-many',
  })
})

test('nobody tries first tokens for ever', async () => {
  const tech = await makeTech()
  const freshActor = await freshActorFor(tech)
  const app = await begin(freshActor)
  for (let tries = 0; tries < 20; tries++) await confirmApp(freshActor, app.appId, '12345')
  expect(await confirmApp(freshActor, app.appId, await tokenOf(app))).toMatchObject({
    ok: false,
    reason: 'too-many-tries',
  })
})

test('adding an app ends the other sessions and every pending sign-in', async () => {
  const tech = await makeTech()
  const [freshActor, other] = [await freshActorFor(tech), await freshActorFor(tech)]
  await makePending(tech)
  const app = await begin(freshActor)
  await confirmApp(freshActor, app.appId, await tokenOf(app))
  expect(await db.session.findUnique({ where: { id: other.boundTo } })).toBeNull()
  expect(await db.session.findUnique({ where: { id: freshActor.boundTo } })).not.toBeNull()
  expect(await db.pendingSignIn.count({ where: { employeeId: tech.id } })).toBe(0)
})
