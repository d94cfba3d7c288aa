import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { type Binder, binderOfPending } from '@/lib/session/fresh-actor'
import { confirmAuthenticator } from '@/lib/sign-in-methods/totp/confirm-app'
import { maxAuthenticators } from '@/lib/sign-in-methods/totp/rules'
import { startAuthenticator } from '@/lib/sign-in-methods/totp/start-app'
import { makeEmployee, makeFirm } from '../../factories'
import { noticesFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { binderFor, inOneStep, makeApp, presentStep, tokenOf, wrongTokenFor } from './apps'

const makeTech = async () => makeEmployee(await makeFirm({ requiresSecondFactor: true }))
const notFound = { ok: false, reason: 'not-found' }

async function begin(binder: Binder) {
  const started = await startAuthenticator(binder, 'Work phone')
  if (!started.ok) throw new Error(started.reason)
  return started.value
}

/** Inside a sign-in, after a way that the firm does not find enough. */
async function insideSignIn(tech: { id: string }) {
  const pending = await makePending(tech)
  const binder = binderOfPending({ ...pending, provenBy: 'text' })
  if (!binder.ok) throw new Error(binder.reason)
  return binder.value
}

const appsOf = (employeeId: string) => db.authenticator.findMany({ where: { employeeId } })

test('the first token makes the app a way in, and is spent by that', async () => {
  const tech = await makeTech()
  const binder = await binderFor(tech)
  const step = await inOneStep(async () => {
    const app = await begin(binder)
    expect(await confirmAuthenticator(binder, app.authenticatorId, await tokenOf(app))).toMatchObject({
      ok: true,
    })
    return presentStep()
  })
  const newest = (await appsOf(tech.id)).find(({ lastStep }) => lastStep === BigInt(step))
  expect(newest).toMatchObject({ name: 'Work phone', confirmedAt: expect.any(Date) })
  expect((await db.employee.findUniqueOrThrow({ where: { id: tech.id } })).enrolledAt).not.toBeNull()
})

test('the person is told once, and the audit log has it', async () => {
  const tech = await makeTech()
  const binder = await binderFor(tech)
  const app = await begin(binder)
  const token = await tokenOf(app)
  await confirmAuthenticator(binder, app.authenticatorId, token)
  expect(await confirmAuthenticator(binder, app.authenticatorId, token)).toEqual(notFound)

  const way = { kind: 'app', name: 'Work phone' }
  expect(await noticesFor(tech.id)).toMatchObject([{ kind: 'way-added', way }])
  const events = await db.auditEvent.findMany({ where: { actorId: tech.id, action: 'way.added' } })
  expect(events.map(({ details }) => details)).toEqual([{ app: 'Work phone' }])
})

test('a wrong first token leaves it no way in', async () => {
  const tech = await makeTech()
  const binder = await binderFor(tech)
  const app = await begin(binder)
  const confirmed = await confirmAuthenticator(binder, app.authenticatorId, await wrongTokenFor(app))
  expect(confirmed).toEqual({ ok: false, reason: 'wrong' })
  expect(await appsOf(tech.id)).toMatchObject([{ confirmedAt: null }])
})

test('what one session has begun no other session and no sign-in finishes', async () => {
  const tech = await makeTech()
  const app = await begin(await binderFor(tech))
  for (const other of [await binderFor(tech), await insideSignIn(tech)]) {
    expect(await confirmAuthenticator(other, app.authenticatorId, await tokenOf(app))).toEqual(notFound)
  }
})

test('what a sign-in has begun only that sign-in finishes', async () => {
  const tech = await makeTech()
  const binder = await insideSignIn(tech)
  const app = await begin(binder)
  const confirm = async (by: Binder) => confirmAuthenticator(by, app.authenticatorId, await tokenOf(app))
  expect(await confirm(await insideSignIn(tech))).toEqual(notFound)
  expect(await confirm(await binderFor(tech))).toEqual(notFound)
  expect(await confirm(binder)).toMatchObject({ ok: true })
})

test('another person cannot finish it, of the same firm or of another', async () => {
  const tech = await makeTech()
  const binder = await binderFor(tech)
  const app = await begin(binder)
  const colleague = await makeEmployee({ id: tech.firmId })
  for (const other of [colleague, await makeTech()]) {
    const theirs = { ...(await binderFor(other)), boundTo: binder.boundTo }
    expect(await confirmAuthenticator(theirs, app.authenticatorId, await tokenOf(app))).toEqual(notFound)
  }
})

test('a QR code waits fifteen minutes for its first token', async () => {
  const tech = await makeTech()
  const binder = await binderFor(tech)
  const app = await begin(binder)
  const age = async (seconds: number) =>
    db.$executeRaw`
      update authenticator set created_at = now() - make_interval(secs => ${seconds})
      where id = ${app.authenticatorId}::uuid`
  await age(15 * 60 + 1)
  expect(await confirmAuthenticator(binder, app.authenticatorId, await tokenOf(app))).toEqual(notFound)
  await age(14 * 60)
  expect(await confirmAuthenticator(binder, app.authenticatorId, await tokenOf(app))).toMatchObject({
    ok: true,
  })
})

test('a new QR code takes the place of the one before it', async () => {
  const tech = await makeTech()
  const binder = await binderFor(tech)
  const [first, second] = [await begin(binder), await begin(binder)]
  expect(second.secret).not.toBe(first.secret)
  expect(await confirmAuthenticator(binder, first.authenticatorId, await tokenOf(first))).toEqual(notFound)
  expect(await appsOf(tech.id)).toHaveLength(1)
})

test('five apps are enough', async () => {
  const tech = await makeTech()
  for (let apps = 0; apps < maxAuthenticators; apps++) await makeApp(tech)
  expect(await startAuthenticator(await binderFor(tech), 'One more')).toEqual({
    ok: false,
    reason: 'too-many',
  })
})

test('nobody tries first tokens for ever', async () => {
  const tech = await makeTech()
  const binder = await binderFor(tech)
  const app = await begin(binder)
  for (let tries = 0; tries < 20; tries++) await confirmAuthenticator(binder, app.authenticatorId, '12345')
  expect(await confirmAuthenticator(binder, app.authenticatorId, await tokenOf(app))).toEqual({
    ok: false,
    reason: 'too-many-tries',
  })
})

test('adding an app ends the other sessions and every begun sign-in', async () => {
  const tech = await makeTech()
  const [binder, other] = [await binderFor(tech), await binderFor(tech)]
  await makePending(tech)
  const app = await begin(binder)
  await confirmAuthenticator(binder, app.authenticatorId, await tokenOf(app))
  expect(await db.session.findUnique({ where: { id: other.boundTo } })).toBeNull()
  expect(await db.session.findUnique({ where: { id: binder.boundTo } })).not.toBeNull()
  expect(await db.pendingSignIn.count({ where: { employeeId: tech.id } })).toBe(0)
})
