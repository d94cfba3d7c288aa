import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { confirmByPassword, startConfirm, waysToConfirm } from '@/lib/sign-in/start-step-up'
import { actorFor, makeEmployee, makeFirm, makeSession, passphrase } from '../factories'
import { visitor } from '../passwords/people'

const knocking = { ...visitor, browserId: storedId(newSecretId()) }

/** A session whose password was proven eleven minutes ago. */
async function staleSession() {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  const passwordAt = new Date(Date.now() - 11 * 60 * 1000)
  const actor = actorFor(tech, { sessionId: await makeSession(tech), passwordAt })
  return { actor, needsSecondStep: false }
}

const confirm = (session: Awaited<ReturnType<typeof staleSession>>, password?: string) =>
  startConfirm(session, { password, next: '/' }, knocking)

test('a wrong password opens nothing and stands in the audit log', async () => {
  const session = await staleSession()
  const { employeeId } = session.actor
  expect(await confirm(session, 'not the passphrase')).toEqual({ ok: false, reason: 'wrong-password' })
  expect(await confirm(session)).toEqual({ ok: false, reason: 'wrong-password' })
  expect(await db.pendingSignIn.count({ where: { employeeId } })).toBe(0)
  const events = { where: { actorId: employeeId, action: 'sign-in.wrong-password' } }
  expect(await db.auditEvent.count(events)).toBe(2)
})

test('ten wrong passwords are enough, and right ones do not count', async () => {
  const session = await staleSession()
  expect(await confirm(session, passphrase)).toMatchObject({ ok: true })
  for (let tries = 0; tries < 10; tries++) await confirm(session, 'not the passphrase')
  expect(await confirm(session, passphrase)).toEqual({ ok: false, reason: 'too-many-tries' })
})

/** A person without any second step, whose password was proven eleven minutes ago. */
async function sessionWithoutWays(requiresSecondFactor = false) {
  const tech = await makeEmployee(await makeFirm(), { mobileNumber: null })
  if (requiresSecondFactor)
    await db.employee.update({ where: { id: tech.id }, data: { enrolledAt: new Date() } })
  const passwordAt = new Date(Date.now() - 11 * 60 * 1000)
  return { actor: actorFor(tech, { sessionId: await makeSession(tech), passwordAt }), needsSecondStep: false }
}

test('whoever has no second step confirms by the password, and the session goes on under another id', async () => {
  const session = await sessionWithoutWays()
  expect(await waysToConfirm(session)).toBe('password')
  expect(await confirm(session, passphrase)).toEqual({ ok: false, reason: 'no-way' })
  const wrong = await confirmByPassword(session, { password: 'not the passphrase', next: '/' }, knocking)
  expect(wrong).toEqual({ ok: false, reason: 'wrong-password' })

  const confirmed = await confirmByPassword(session, { password: passphrase, next: '/' }, knocking)
  expect(confirmed).toMatchObject({ ok: true, value: { isFirst: false } })
  expect(await db.session.findUnique({ where: { id: session.actor.sessionId } })).toBeNull()
})

test('where a second step is asked, the password alone confirms nothing', async () => {
  const session = await sessionWithoutWays(true)
  const confirmed = await confirmByPassword(session, { password: passphrase, next: '/' }, knocking)
  expect(confirmed).toEqual({ ok: false, reason: 'second-step-required' })
})

test('a password that was blocked meanwhile opens nothing', async () => {
  const session = await sessionWithoutWays()
  const { employeeId } = session.actor
  await db.credential.update({ where: { employeeId }, data: { blockedAt: new Date() } })
  const confirmed = await confirmByPassword(session, { password: passphrase, next: '/' }, knocking)
  expect(confirmed).toEqual({ ok: false, reason: 'wrong-password' })
})

test('whoever has less than the firm asks by now is sent to add a better way', async () => {
  const session = await staleSession()
  const { firmId } = session.actor
  await db.firm.update({ where: { id: firmId }, data: { minimumTech: 'strong' } })
  expect(await waysToConfirm(session)).toBe('none')
  expect(await confirm(session, passphrase)).toEqual({ ok: false, reason: 'no-way' })
})
