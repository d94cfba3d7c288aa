import { describe, expect, test } from 'vitest'
import { sayNotMe, sayNotMeSignedIn } from '@/lib/account/not-me'
import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { notMeSecret } from '@/lib/mail-links/not-me-link'
import { notify } from '@/lib/notifications/notify'
import { findByNotMeLink } from '@/lib/notifications/queries'
import { hashPassword } from '@/lib/passwords/password'
import { setPassword } from '@/lib/passwords/set-password'
import { storePassword } from '@/lib/passwords/store-password'
import type { Visitor } from '@/lib/session/visitor'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { confirmApp } from '@/lib/sign-in-methods/totp/confirm-app'
import { startApp } from '@/lib/sign-in-methods/totp/start-app'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeFirm, makeSession, passphrase } from '../factories'
import { jobsFor, newPassword, secretOf, visitor } from '../passwords/people'
import { makePending } from '../pending'
import { addPasskeyOf } from '../sign-in-methods/passkeys/people'
import { makeCodes } from '../sign-in-methods/recovery-codes/sets'
import { freshActorFor, makeApp, tokenOf } from '../sign-in-methods/totp/apps'
import { notificationKindsFor, notificationSecretFor, notificationsFor } from './notifications'

const seen = { at: '2026-11-24T12:05:00.000Z', place: 'Austin', browser: 'Chrome on Windows' }
const ended = { ok: false, reason: 'ended' }
const reload = ({ id }: { id: string }) => db.employee.findUniqueOrThrow({ where: { id } })
const isBlocked = async ({ id }: { id: string }) =>
  (await db.credential.findUniqueOrThrow({ where: { employeeId: id } })).blockedAt !== null
const say = (secret: string, from: Visitor = somewhere()) => sayNotMe(secret, from)
const signIn = (person: Employee, password = passphrase) =>
  startSignIn({ email: person.email, password }, { ...somewhere(), browserId: crypto.randomUUID() }, () => {})

let networks = 0
/** Somebody whom no limit has counted yet. */
function somewhere(): Visitor {
  networks += 1
  return { ...visitor, address: `2001:db8:9:${networks.toString(16)}::1` }
}

async function newTech() {
  return makeEmployee(await makeFirm({ requiresSecondFactor: true }))
}

const secretFor = ({ id }: { id: string }, kind: string) => notificationSecretFor(id, kind)

async function notifiedOfBrowser(person: { id: string }): Promise<string> {
  await notify(db, { kind: 'new-browser', employeeId: person.id, ...seen })
  return secretFor(person, 'new-browser')
}

test('looking at the link does nothing, and names nobody', async () => {
  const tech = await newTech()
  const secret = await notifiedOfBrowser(tech)
  await makeSession(tech)
  const found = await findByNotMeLink(secret)
  expect(found).toMatchObject({ subject: 'New sign-in to your Partner Portal account', saidAt: null })
  expect(JSON.stringify(found)).not.toMatch(/Austin|Chrome|tech \d/)
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(1)
  expect(await isBlocked(tech)).toBe(false)
})

test('sessions, pending sign-ins and browsers end, pushes and password are disabled', async () => {
  const tech = await newTech()
  await makeSession(tech)
  await makePending(tech)
  const { id: employeeId } = tech
  const trusted = {
    employeeId,
    browser: 'Firefox',
    place: 'Austin',
    expiresAt: new Date(Date.now() + 1e9),
  }
  await db.trustedBrowser.create({ data: { id: crypto.randomUUID(), ...trusted } })
  await db.knownBrowser.create({ data: { employeeId, browserId: 'the stranger’s' } })
  expect(await say(await notifiedOfBrowser(tech))).toMatchObject({ ok: true })

  const where = { employeeId }
  expect(await db.session.count({ where })).toBe(0)
  expect(await db.pendingSignIn.count({ where })).toBe(0)
  expect(await db.trustedBrowser.count({ where })).toBe(0)
  expect(await db.knownBrowser.count({ where })).toBe(0)
  expect((await reload(tech)).pushesLockedAt).toBeInstanceOf(Date)
  expect(await signIn(tech)).toEqual({ ok: false, reason: 'wrong' })
})

test('a password reset link is mailed, and the new password opens the account again', async () => {
  const tech = await newTech()
  await say(await notifiedOfBrowser(tech))
  expect(await jobsFor('password-reset-mail', tech.email)).toHaveLength(1)
  const link = secretOf((await makeLink(db, tech.id, 'password_reset')).url)
  expect(await setPassword(link, newPassword, visitor)).toMatchObject({ ok: true })
  expect(await signIn(tech, newPassword)).toMatchObject({ ok: true })
})

test('a password that is changed in a session at the same moment stays blocked', async () => {
  const tech = await newTech()
  await say(await notifiedOfBrowser(tech))
  const person = { employeeId: tech.id, place: 'Austin', browser: 'Chrome' }
  const stored = await hashPassword(newPassword)
  await db.$transaction((tx) => storePassword(tx, person, stored, 'a session'))
  expect(await isBlocked(tech)).toBe(true)
  expect(await signIn(tech, newPassword)).toEqual({ ok: false, reason: 'wrong' })
})

test('the person and every other active admin of the firm are notified once', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const [admin, gone, tech] = [
    await makeEmployee(firm, { role: 'admin' }),
    await makeEmployee(firm, { role: 'admin', active: false }),
    await makeEmployee(firm),
  ]
  const foreign = await makeFirm()
  await say(await notifiedOfBrowser(admin))
  expect(await notificationKindsFor(admin.id)).toEqual(['new-browser', 'account-secured'])
  expect(await notificationsFor(firm.admin.id)).toMatchObject([
    { kind: 'admin-alert', about: admin.name, what: 'not-me' },
  ])
  for (const { id } of [gone, tech, foreign.admin]) expect(await notificationsFor(id)).toEqual([])
})

test('it is in the audit log', async () => {
  const tech = await newTech()
  await say(await notifiedOfBrowser(tech))
  const events = await db.auditEvent.findMany({ where: { targetId: tech.id, action: 'account.not-me' } })
  expect(events).toMatchObject([{ firmId: tech.firmId, details: { notification: 'new-browser' } }])
})

describe('what the notification reports is undone', () => {
  test('an app that was added goes, another one stays', async () => {
    const tech = await newTech()
    const own = await makeApp(tech)
    const freshActor = await freshActorFor(tech)
    const started = await startApp(freshActor, 'Not mine')
    if (!started.ok) throw new Error(started.reason)
    const { appId, secret } = started.value
    expect(await confirmApp(freshActor, appId, await tokenOf({ secret }))).toMatchObject({
      ok: true,
    })
    expect(await say(await secretFor(tech, 'method-added'))).toMatchObject({ ok: true })
    const left = await db.totpApp.findMany({ where: { employeeId: tech.id } })
    expect(left.map(({ id }) => id)).toEqual([own.id])
    expect(
      await db.auditEvent.findMany({ where: { targetId: tech.id, action: 'account.not-me' } }),
    ).toMatchObject([{ details: { removed: 'Not mine' } }])
  })

  test('a passkey that was added goes, another one stays', async () => {
    const tech = await newTech()
    const first = await addPasskeyOf(tech)
    await addPasskeyOf(tech, {}, 'Not mine')
    await say(await secretFor(tech, 'method-added'))
    const left = await db.passkey.findMany({ where: { employeeId: tech.id } })
    expect(left.map(({ id }) => id)).toEqual([first.passkeyId])
  })

  test('generated recovery codes are removed, and so is a set made within the next day', async () => {
    const [one, other] = [await newTech(), await newTech()]
    await makeCodes(one)
    await say(await secretFor(one, 'recovery-codes-made'))
    expect(await db.recoveryCode.count({ where: { employeeId: one.id } })).toBe(0)

    await makeCodes(other)
    const first = await secretFor(other, 'recovery-codes-made')
    await makeCodes(other)
    await say(first)
    expect(await db.recoveryCode.count({ where: { employeeId: other.id } })).toBe(0)
  })

  test('a second passkey of the stranger is removed too, one added days later is not', async () => {
    const tech = await makeEmployee(await makeFirm())
    const first = await addPasskeyOf(tech)
    const second = await addPasskeyOf(tech)
    const later = await addPasskeyOf(tech)
    await db.$executeRaw`
      update passkey set created_at = now() + interval '3 days' where id = ${later.passkeyId}::uuid`
    const [notified] = await db.notification.findMany({
      where: { employeeId: tech.id },
      orderBy: { at: 'asc' },
    })
    await say(notMeSecret(notified?.id ?? ''))
    const left = await db.passkey.findMany({ where: { employeeId: tech.id }, select: { id: true } })
    expect(left).toEqual([{ id: later.passkeyId }])
    expect([first.passkeyId, second.passkeyId]).not.toContain(later.passkeyId)
  })

  test('nothing else is: a mailbox alone takes no second step away', async () => {
    const tech = await makeEmployee(await makeFirm())
    const { passkeyId } = await addPasskeyOf(tech)
    await say(await notifiedOfBrowser(tech))
    expect(await db.passkey.count({ where: { id: passkeyId } })).toBe(1)
    await say(await secretFor(tech, 'method-added'))
    expect(await db.passkey.count({ where: { id: passkeyId } })).toBe(0)
    // What a sign-in asks for stays as it is, though the method is gone.
    expect((await reload(tech)).enrolledAt).toBeInstanceOf(Date)
  })
})

describe('each notification is answered once', () => {
  test('of 20 answers at once one counts', async () => {
    const tech = await newTech()
    const secret = await notifiedOfBrowser(tech)
    const answers = await Promise.all(Array.from({ length: 20 }, () => say(secret)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await notificationKindsFor(tech.id)).toEqual(['new-browser', 'account-secured'])
    expect(await jobsFor('password-reset-mail', tech.email)).toHaveLength(1)
  })

  test('again it does nothing, and the page says what happened', async () => {
    const tech = await newTech()
    const secret = await notifiedOfBrowser(tech)
    await say(secret)
    await makeSession(tech)
    expect(await say(secret)).toEqual(ended)
    expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(1)
    expect(await findByNotMeLink(secret)).toMatchObject({ saidAt: expect.any(Date) })
  })

  test('a second notification ends all sessions again, without a second link or alert', async () => {
    const tech = await newTech()
    const secrets = [await notifiedOfBrowser(tech), await notifiedOfBrowser(tech)]
    for (const secret of secrets) {
      await makeSession(tech)
      expect(await say(secret)).toMatchObject({ ok: true })
    }
    expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)
    expect(await jobsFor('password-reset-mail', tech.email)).toHaveLength(1)
    expect((await notificationKindsFor(tech.id)).filter((kind) => kind === 'account-secured')).toHaveLength(1)
  })
})

describe('a link does nothing', () => {
  const expectNothing = async (tech: Employee, secret: string) => {
    expect(await findByNotMeLink(secret)).toBeNull()
    expect(await say(secret)).toEqual(ended)
    expect(await isBlocked(tech)).toBe(false)
  }

  test('after 30 days', async () => {
    const tech = await newTech()
    const secret = await notifiedOfBrowser(tech)
    await db.$executeRaw`
      update notification set at = now() - interval '30 days' where employee_id = ${tech.id}::uuid`
    await expectNothing(tech, secret)
  })

  test('for a notification that nobody else could have caused', async () => {
    const tech = await newTech()
    await notify(db, {
      kind: 'role-changed',
      employeeId: tech.id,
      at: seen.at,
      by: 'Ada',
      before: 'tech',
      after: 'admin',
    })
    await expectNothing(tech, await secretFor(tech, 'role-changed'))
  })

  test('for somebody who was deactivated', async () => {
    const tech = await newTech()
    const secret = await notifiedOfBrowser(tech)
    await db.employee.update({ where: { id: tech.id }, data: { active: false } })
    await expectNothing(tech, secret)
  })

  test('when it is invented, cut or the id of the notification', async () => {
    const tech = await newTech()
    const secret = await notifiedOfBrowser(tech)
    const { id } = await db.notification.findFirstOrThrow({ where: { employeeId: tech.id } })
    for (const wrong of ['', 'x', 'A'.repeat(43), secret.slice(1), id]) await expectNothing(tech, wrong)
  })
})

test('a network that tries many links has to wait', async () => {
  const tech = await newTech()
  const from = somewhere()
  for (let tries = 0; tries < 30; tries++) await say('A'.repeat(43), from)
  const secret = await notifiedOfBrowser(tech)
  expect(await say(secret, from)).toMatchObject({ ok: false, reason: 'too-many-tries' })
  expect(await isBlocked(tech)).toBe(false)
  expect(await say(secret)).toMatchObject({ ok: true })
})

describe('inside the portal', () => {
  const idFor = async ({ id }: { id: string }) =>
    (await db.notification.findFirstOrThrow({ where: { employeeId: id } })).id

  test('it does the same, and ends this session too', async () => {
    const tech = await newTech()
    await notifiedOfBrowser(tech)
    const actor = actorFor(tech, { sessionId: await makeSession(tech) })
    expect(await sayNotMeSignedIn(actor, await idFor(tech))).toMatchObject({ ok: true })
    expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)
    expect(await isBlocked(tech)).toBe(true)
  })

  test('another person’s notification is not found, of the same firm or another', async () => {
    const tech = await newTech()
    await notifiedOfBrowser(tech)
    for (const other of [await makeEmployee({ id: tech.firmId }), await newTech()]) {
      expect(await sayNotMeSignedIn(actorFor(other), await idFor(tech))).toEqual(ended)
    }
    expect(await isBlocked(tech)).toBe(false)
  })
})
