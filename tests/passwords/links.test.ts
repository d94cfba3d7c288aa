import { EventEmitter, once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makeLink, storeLink } from '@/lib/mail-links/make-link'
import { findLink } from '@/lib/passwords/find-link'
import { verifyPassword } from '@/lib/passwords/password'
import { setPassword } from '@/lib/passwords/set-password'
import { findEnrollmentLink } from '@/lib/phone-enrollment/find-enrollment'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import type { SignInContext } from '@/lib/session/visitor'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { makeSession } from '../factories'
import { notificationKindsFor, notificationsFor } from '../notifications/notifications'
import { finishOwn } from '../pending'
import { newlyInvited, newPassword, newPerson, oldPassword, secretOf, visitor } from './people'

async function newLink(employeeId: string) {
  return secretOf((await makeLink(db, employeeId, 'password_reset')).url)
}

async function opensWith(employeeId: string, password: string) {
  return verifyPassword(password, await db.credential.findUnique({ where: { employeeId } }), 'test')
}

async function countWaiting() {
  const [waiting] = await db.$queryRaw<Array<{ count: number }>>`
    select count(*)::int from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%update mail_link%'`
  return waiting?.count
}

describe('a link', () => {
  test('sets the password of its person', async () => {
    const person = await newPerson()
    expect(await setPassword(await newLink(person.id), newPassword, visitor)).toEqual({
      ok: true,
      value: undefined,
    })
    expect(await opensWith(person.id, newPassword)).toBe(true)
    expect(await opensWith(person.id, oldPassword)).toBe(false)
  })

  test('is stored as a hash only', async () => {
    const person = await newPerson()
    const secret = await newLink(person.id)
    const row = await db.mailLink.findFirstOrThrow({ where: { employeeId: person.id } })
    expect(row.id).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(secret)
  })

  test('works once, however many use it at the same moment', async () => {
    const person = await newPerson()
    const secret = await newLink(person.id)
    const uses = Array.from({ length: 20 }, (_, use) => setPassword(secret, `${newPassword} ${use}`, visitor))
    const answers = await Promise.all(uses)
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await db.auditEvent.count({ where: { targetId: person.id, action: 'password.set' } })).toBe(1)
    expect(await opensWith(person.id, `${newPassword} ${answers.findIndex((answer) => answer.ok)}`)).toBe(
      true,
    )
  })

  test('works once for uses that are known to have met at its row', async () => {
    const person = await newPerson()
    const secret = await newLink(person.id)
    const gate = new EventEmitter()
    const holding = db.$transaction(async (tx) => {
      await tx.$queryRaw`select from mail_link where employee_id = ${person.id}::uuid for update`
      await once(gate, 'open')
    })
    const uses = Array.from({ length: 6 }, (_, use) => setPassword(secret, `${newPassword} ${use}`, visitor))
    await expect.poll(countWaiting, { timeout: 60_000 }).toBe(6)
    gate.emit('open')
    await holding
    expect((await Promise.all(uses)).filter((answer) => answer.ok)).toHaveLength(1)
  })

  test('can be looked at many times before it is used', async () => {
    const person = await newPerson()
    const secret = await newLink(person.id)
    for (let look = 0; look < 3; look += 1) expect((await findLink(secret))?.employeeId).toBe(person.id)
    expect((await setPassword(secret, newPassword, visitor)).ok).toBe(true)
  })

  test('dies when a newer one is made', async () => {
    const person = await newPerson()
    const older = await newLink(person.id)
    const newer = await newLink(person.id)
    expect(await setPassword(older, newPassword, visitor)).toEqual({ ok: false, reason: 'link-ended' })
    expect((await setPassword(newer, newPassword, visitor)).ok).toBe(true)
  })

  test('made twenty times at once leaves one that works', async () => {
    const person = await newPerson()
    const secrets = await Promise.all(Array.from({ length: 20 }, () => newLink(person.id)))
    const found = await Promise.all(secrets.map(findLink))
    expect(found.filter(Boolean)).toHaveLength(1)
  })

  test('ends by the clock of the database', async () => {
    const person = await newPerson()
    const secret = await newLink(person.id)
    await db.$executeRaw`update mail_link set expires_at = now() - interval '1 second' where employee_id = ${person.id}::uuid`
    expect(await findLink(secret)).toBeNull()
    expect(await setPassword(secret, newPassword, visitor)).toEqual({ ok: false, reason: 'link-ended' })
  })

  test.each([
    ['password_reset', 1],
    ['invitation', 72],
    ['phone_enrollment', 24],
  ] as const)('for %s lasts %i hours', async (purpose, hours) => {
    const person = await newPerson()
    await makeLink(db, person.id, purpose)
    const link = await db.mailLink.findFirstOrThrow({ where: { employeeId: person.id } })
    expect(link.expiresAt.getTime() - link.createdAt.getTime()).toBe(hours * 3_600_000)
  })

  test('for setting up a phone has its own page, and sets no password', async () => {
    const person = await newPerson()
    const { url } = await makeLink(db, person.id, 'phone_enrollment')
    expect(url).toMatch(/^http:\/\/localhost:3000\/new-phone\/[\w-]{43}$/)
    expect(await findLink(secretOf(url))).toBeNull()
    expect(await setPassword(secretOf(url), newPassword, visitor)).toEqual({
      ok: false,
      reason: 'link-ended',
    })
    expect(await opensWith(person.id, oldPassword)).toBe(true)
  })

  test('for a password opens no enrollment, even for a person who has one pending', async () => {
    const person = await newPerson()
    await db.employee.update({ where: { id: person.id }, data: { factorResetAt: new Date() } })
    expect(await findEnrollmentLink(await newLink(person.id))).toBeNull()
    expect(
      await findEnrollmentLink(secretOf((await makeLink(db, person.id, 'phone_enrollment')).url)),
    ).not.toBeNull()
  })

  test('that is a one-time pass lasts an hour, and is no link', async () => {
    const person = await newPerson()
    const secret = newSecretId()
    const oneTimePass = { id: storedId(secret), employeeId: person.id, purpose: 'one_time_pass' as const }
    const expiresAt = await storeLink(db, oneTimePass)
    const { createdAt } = await db.mailLink.findUniqueOrThrow({ where: { id: oneTimePass.id } })
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(3_600_000)
    expect(await findLink(secret)).toBeNull()
    expect(await findEnrollmentLink(secret)).toBeNull()
  })

  test('of a person who was deactivated meanwhile has ended', async () => {
    const person = await newPerson()
    const secret = await newLink(person.id)
    await db.employee.update({ where: { id: person.id }, data: { active: false } })
    expect(await setPassword(secret, newPassword, visitor)).toEqual({ ok: false, reason: 'link-ended' })
  })

  test.each(['', 'short', '../../sign-in', "' or 1=1 --", 'x'.repeat(43), 'x'.repeat(5000)])(
    'that reads "%.20s" belongs to nobody',
    async (madeUp) => {
      expect(await setPassword(madeUp, newPassword, visitor)).toEqual({ ok: false, reason: 'link-ended' })
    },
  )

  test('of one person changes nobody else', async () => {
    const [person, stranger] = [await newPerson(), await newPerson()]
    await setPassword(await newLink(person.id), newPassword, visitor)
    expect(await opensWith(stranger.id, oldPassword)).toBe(true)
    expect(await opensWith(stranger.id, newPassword)).toBe(false)
  })
})

describe('setting a password', () => {
  test('ends every session and every pending sign-in of the person', async () => {
    const person = await newPerson()
    await makeSession(person)
    await db.pendingSignIn.create({
      data: {
        id: crypto.randomUUID(),
        employeeId: person.id,
        purpose: 'sign_in',
        passwordAt: new Date(),
        expiresAt: new Date(Date.now() + 60_000),
        browser: 'Firefox on Linux',
        place: 'Austin',
        browserId: 'browser',
      },
    })
    await setPassword(await newLink(person.id), newPassword, visitor)
    expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
    expect(await db.pendingSignIn.count({ where: { employeeId: person.id } })).toBe(0)
  })

  test('opens no session', async () => {
    const person = await newlyInvited()
    await setPassword(await newLink(person.id), newPassword, visitor)
    expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
  })

  test('by a mailed reset is recorded, by an invitation not', async () => {
    const [person, invited] = [await newPerson(), await newlyInvited()]
    await setPassword(await newLink(person.id), newPassword, visitor)
    await setPassword(secretOf((await makeLink(db, invited.id, 'invitation')).url), newPassword, visitor)
    const when = async (employeeId: string) =>
      (await db.credential.findUniqueOrThrow({ where: { employeeId } })).resetByMailAt
    expect(await when(person.id)).toBeInstanceOf(Date)
    expect(await when(invited.id)).toBeNull()
  })

  test('ends the links of every purpose', async () => {
    const person = await newlyInvited()
    const invitation = secretOf((await makeLink(db, person.id, 'invitation')).url)
    await setPassword(await newLink(person.id), newPassword, visitor)
    expect(await findLink(invitation)).toBeNull()
  })

  test('writes one audit event and one notification, and the password is in neither', async () => {
    const person = await newPerson()
    await setPassword(await newLink(person.id), newPassword, visitor)
    const events = await db.auditEvent.findMany({ where: { targetId: person.id } })
    const notifications = await notificationsFor(person.id)
    expect(events.map(({ action, firmId, place }) => ({ action, firmId, place }))).toEqual([
      { action: 'password.set', firmId: person.firmId, place: visitor.place },
    ])
    expect(notifications.map(({ kind }) => kind)).toEqual(['password-changed'])
    const written = JSON.stringify([events, notifications], (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    )
    expect(written).not.toContain(newPassword)
  })

  test('that is refused leaves the link and the old password as they were', async () => {
    const person = await newPerson()
    const secret = await newLink(person.id)
    expect(await setPassword(secret, 'too short', visitor)).toEqual({ ok: false, reason: 'too-short' })
    expect(await setPassword(secret, 'Tess Lindqvist 1', visitor)).toEqual({ ok: false, reason: 'own-words' })
    expect(await opensWith(person.id, oldPassword)).toBe(true)
    expect((await setPassword(secret, newPassword, visitor)).ok).toBe(true)
  })
})

test('marks the browser that used the link as known, so strangers cannot lock it out', async () => {
  const person = await newPerson()
  const from = (address: string, browserId: string) => ({ ...visitor, address, browserId })
  const signIn = (password: string, context: SignInContext) =>
    startSignIn({ email: person.email, password }, context, () => {})
  const own = from('198.51.100.1', storedId(newSecretId()))
  for (let tries = 0; tries < 100; tries++) {
    await signIn('wrong', from(`192.0.2.${tries}`, storedId(newSecretId())))
  }

  expect(await setPassword(await newLink(person.id), newPassword, own)).toMatchObject({ ok: true })
  expect(await signIn(newPassword, { ...own, browserId: storedId(newSecretId()) })).toMatchObject({
    ok: false,
  })
  const started = await signIn(newPassword, own)
  if (!started.ok) throw new Error(started.reason)

  // The mail about the sign-in still calls it a new browser.
  const pendingId = storedId(started.value.pendingSecret)
  expect(await finishOwn(pendingId, { kind: 'password' })).toMatchObject({ ok: true })
  expect(await notificationKindsFor(person.id)).toContain('new-browser')
})
