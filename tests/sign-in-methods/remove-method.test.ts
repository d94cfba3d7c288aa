import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { freshActorOf } from '@/lib/session/fresh-actor'
import { findOwnMethod, listOwnMethods } from '@/lib/sign-in-methods/list-own-methods'
import { removeMethod } from '@/lib/sign-in-methods/remove-method'
import {
  eventsOf,
  freshActorFrom,
  makePasskey,
  makeTrusted,
  newTech,
  signedIn,
  staleSince,
} from '../account/own'
import { makeEmployee, makeFirm, makeSession } from '../factories'
import { notificationsFor } from '../notifications/notifications'
import { makeApp } from './totp/apps'

const gone = { ok: true, value: { name: 'Phone' } }
const lastMethod = { ok: false, reason: 'last-method' }
const notFound = { ok: false, reason: 'not-found' }

test('a removed app is in no list, notified once, and in the audit log', async () => {
  const tech = await newTech()
  const actor = await signedIn(tech)
  const { id } = await makeApp(tech)
  expect(await removeMethod(await freshActorFrom(actor), id)).toEqual(gone)

  expect(await listOwnMethods(actor)).toEqual([])
  expect(await notificationsFor(tech.id)).toMatchObject([
    { kind: 'method-removed', method: { kind: 'app', name: 'Phone' } },
  ])
  expect((await eventsOf(tech, 'method.removed')).map(({ details }) => details)).toEqual([{ app: 'Phone' }])
})

test('the other sessions end and browsers are forgotten, this session stays', async () => {
  const tech = await newTech()
  const actor = await signedIn(tech)
  const { id } = await makeApp(tech)
  await makeSession(tech)
  await makeTrusted(tech)
  await removeMethod(await freshActorFrom(actor), id)

  const sessions = await db.session.findMany({ where: { employeeId: tech.id } })
  expect(sessions.map((session) => session.id)).toEqual([actor.sessionId])
  expect(await db.trustedBrowser.count({ where: { employeeId: tech.id } })).toBe(0)
})

test('a stale proof is none', async () => {
  const tech = await newTech()
  const refused = { ok: false, reason: 'proof-needed' }
  expect(await freshActorOf(await signedIn(tech, { secondFactorAt: staleSince() }))).toEqual(refused)
  expect(await freshActorOf(await signedIn(tech, { passwordAt: staleSince() }))).toEqual(refused)
  expect(await freshActorOf(await signedIn(tech, { secondFactorAt: null }))).toEqual(refused)
})

test('another person cannot remove it, of the same firm or of another', async () => {
  const tech = await newTech()
  const [app, passkey] = [(await makeApp(tech)).id, await makePasskey(tech)]
  for (const other of [await makeEmployee({ id: tech.firmId }), await newTech()]) {
    const actor = await signedIn(other)
    for (const id of [app, passkey]) {
      expect(await removeMethod(await freshActorFrom(actor), id)).toEqual(notFound)
      expect(await findOwnMethod(actor, id)).toBeNull()
    }
  }
  expect(await listOwnMethods(await signedIn(tech))).toHaveLength(2)
})

test('an app that was never confirmed is not in the list, and cannot be removed', async () => {
  const tech = await newTech()
  const actor = await signedIn(tech)
  const { id } = await makeApp(tech)
  await db.totpApp.update({ where: { id }, data: { confirmedAt: null } })
  expect(await listOwnMethods(actor)).toEqual([])
  expect(await removeMethod(await freshActorFrom(actor), id)).toEqual(notFound)
})

describe('the last method', () => {
  test('that the firm takes stays, and goes when there is another', async () => {
    const tech = await newTech()
    await db.firm.update({ where: { id: tech.firmId }, data: { minimumTech: 'strong' } })
    const freshActor = await freshActorFrom(await signedIn(tech))
    const [first, second] = [await makeApp(tech), await makeApp(tech)]
    expect(await removeMethod(freshActor, first.id)).toEqual(gone)
    expect(await removeMethod(freshActor, second.id)).toEqual(lastMethod)
    expect(await db.totpApp.count({ where: { employeeId: tech.id } })).toBe(1)
  })

  test('is not the phone while its vendor does not know the number', async () => {
    const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
    const freshActor = await freshActorFrom(await signedIn(tech))
    const { id } = await makeApp(tech)
    expect(await removeMethod(freshActor, id)).toEqual(lastMethod)
    await db.employee.update({ where: { id: tech.id }, data: { vendorUserId: crypto.randomUUID() } })
    expect(await removeMethod(freshActor, id)).toEqual(gone)
  })

  test('stays when two are removed at once', async () => {
    const tech = await newTech()
    await db.firm.update({ where: { id: tech.firmId }, data: { minimumTech: 'strong' } })
    for (let round = 0; round < 10; round += 1) {
      const freshActor = await freshActorFrom(await signedIn(tech))
      await db.totpApp.deleteMany({ where: { employeeId: tech.id } })
      const apps = [await makeApp(tech), await makeApp(tech)]
      const removals = await Promise.all(apps.map(({ id }) => removeMethod(freshActor, id)))
      expect(removals.filter(({ ok }) => ok)).toHaveLength(1)
    }
  })

  test('goes where the firm asks for no second step, which then is not asked', async () => {
    const tech = await makeEmployee(await makeFirm())
    const freshActor = await freshActorFrom(await signedIn(tech))
    const { id } = await makeApp(tech)
    expect(await removeMethod(freshActor, id)).toEqual(gone)
    const { enrolledAt } = await db.employee.findUniqueOrThrow({ where: { id: tech.id } })
    expect(enrolledAt).toBeNull()
  })

  test('is not a passkey that was copied: that one always goes', async () => {
    const tech = await newTech()
    await db.firm.update({ where: { id: tech.firmId }, data: { minimumTech: 'passkey' } })
    const freshActor = await freshActorFrom(await signedIn(tech))
    const [good, copied] = [
      await makePasskey(tech),
      await makePasskey(tech, 'Phone', { clonedAt: new Date() }),
    ]
    expect(await removeMethod(freshActor, copied)).toEqual(gone)
    expect(await removeMethod(freshActor, good)).toEqual(lastMethod)
  })
})
