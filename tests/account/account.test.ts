import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { changePassword } from '@/lib/account/change-password'
import { endOtherSessions, endSession } from '@/lib/account/end-sessions'
import { listSessions } from '@/lib/account/queries'
import { db } from '@/lib/db'
import { verifyPassword } from '@/lib/passwords/password'
import { actorFor, makeEmployee, makeFirm, makeSession, passphrase } from '../factories'
import { notificationKindsFor } from '../notifications/notifications'
import { newPassword, newPerson, oldPassword } from '../passwords/people'

async function newActor(): Promise<Actor> {
  const person = await newPerson()
  return actorFor(person, { sessionId: await makeSession(person) })
}

async function anotherSession(actor: Actor) {
  return makeSession(await db.employee.findUniqueOrThrow({ where: { id: actor.employeeId } }))
}

async function opensWith(actor: Actor, password: string) {
  const credential = await db.credential.findUnique({ where: { employeeId: actor.employeeId } })
  return verifyPassword(password, credential, 'test')
}

const asked = { currentPassword: oldPassword, newPassword }

describe('changing your own password', () => {
  test('replaces the old password', async () => {
    const actor = await newActor()
    expect(await changePassword(actor, asked)).toEqual({ ok: true, value: undefined })
    expect(await opensWith(actor, newPassword)).toBe(true)
    expect(await opensWith(actor, oldPassword)).toBe(false)
  })

  test('keeps this session and ends the others', async () => {
    const actor = await newActor()
    await anotherSession(actor)
    await changePassword(actor, asked)
    expect((await listSessions(actor)).map(({ id }) => id)).toEqual([actor.sessionId])
  })

  test('sends one notification and writes one audit event', async () => {
    const actor = await newActor()
    await changePassword(actor, asked)
    expect(await notificationKindsFor(actor.employeeId)).toEqual(['password-changed'])
    expect(
      await db.auditEvent.count({ where: { actorId: actor.employeeId, action: 'password.changed' } }),
    ).toBe(1)
  })

  test('needs a fresh proof where the firm asks for a second step', async () => {
    const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
    const elevenMinutesAgo = new Date(Date.now() - 11 * 60 * 1000)
    const asked = { currentPassword: passphrase, newPassword }
    const refused = { ok: false, reason: 'proof-needed' }
    expect(await changePassword(actorFor(tech, { secondFactorAt: elevenMinutesAgo }), asked)).toEqual(refused)
    expect(await changePassword(actorFor(tech, { secondFactorAt: null }), asked)).toEqual(refused)
    expect(await opensWith(actorFor(tech), passphrase)).toBe(true)
  })

  test('needs the current one', async () => {
    const actor = await newActor()
    const changed = await changePassword(actor, { ...asked, currentPassword: 'something else entirely' })
    expect(changed).toEqual({ ok: false, reason: 'wrong-password' })
    expect(await opensWith(actor, oldPassword)).toBe(true)
    expect(
      await db.auditEvent.count({ where: { actorId: actor.employeeId, action: 'sign-in.wrong-password' } }),
    ).toBe(1)
  })

  test.each([
    ['too short', 'too-short'],
    [`${'long '.repeat(30)}`, 'too-long'],
    ['Tess Lindqvist 1', 'own-words'],
    [oldPassword, 'unchanged'],
  ])('to "%.20s" is refused', async (wanted, reason) => {
    expect(await changePassword(await newActor(), { ...asked, newPassword: wanted })).toEqual({
      ok: false,
      reason,
    })
  })

  test('twice at once happens once', async () => {
    const actor = await newActor()
    const changes = await Promise.all([
      changePassword(actor, asked),
      changePassword(actor, { ...asked, newPassword: `${newPassword} too` }),
    ])
    expect(changes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the list of sessions', () => {
  test('has this one first and marked, and nobody else’s', async () => {
    const [actor, stranger] = [await newActor(), await newActor()]
    const other = await anotherSession(actor)
    const listed = (await listSessions(actor)).map(({ id, isThisOne }) => ({ id, isThisOne }))
    expect(listed).toEqual([
      { id: actor.sessionId, isThisOne: true },
      { id: other, isThisOne: false },
    ])
    expect(listed.map(({ id }) => id)).not.toContain(stranger.sessionId)
  })

  test('leaves out sessions that have ended by time', async () => {
    const actor = await newActor()
    const [idle, over] = [await anotherSession(actor), await anotherSession(actor)]
    await db.$executeRaw`update session set last_seen_at = now() - interval '61 minutes' where id = ${idle}`
    await db.$executeRaw`update session set expires_at = now() - interval '1 second' where id = ${over}`
    expect(await listSessions(actor)).toHaveLength(1)
  })
})

describe('ending sessions', () => {
  test('one by one ends that one only', async () => {
    const actor = await newActor()
    const [first, second] = [await anotherSession(actor), await anotherSession(actor)]
    expect(await endSession(actor, first)).toEqual({ ok: true, value: undefined })
    expect((await listSessions(actor)).map(({ id }) => id).sort()).toEqual([actor.sessionId, second].sort())
    expect(await db.auditEvent.count({ where: { actorId: actor.employeeId, action: 'session.ended' } })).toBe(
      1,
    )
  })

  test('of another person is not possible, and looks like a session that is not there', async () => {
    const [actor, stranger] = [await newActor(), await newActor()]
    expect(await endSession(actor, stranger.sessionId)).toEqual({ ok: false, reason: 'not-found' })
    expect(await endSession(actor, 'f'.repeat(64))).toEqual({ ok: false, reason: 'not-found' })
    expect(await listSessions(stranger)).toHaveLength(1)
  })

  test('all others keeps this one, and other people’s', async () => {
    const [actor, stranger] = [await newActor(), await newActor()]
    await anotherSession(actor)
    await endOtherSessions(actor)
    expect((await listSessions(actor)).map(({ id }) => id)).toEqual([actor.sessionId])
    expect(await listSessions(stranger)).toHaveLength(1)
  })
})
