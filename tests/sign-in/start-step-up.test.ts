import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { startStepUp, stepUpByPassword, stepUpMethods } from '@/lib/sign-in/start-step-up'
import { actorFor, makeEmployee, makeFirm, makeSession, passphrase } from '../factories'
import { visitor } from '../passwords/people'

const context = { ...visitor, browserId: storedId(newSecretId()) }

/** A session whose password was proven eleven minutes ago. */
async function staleSession() {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  const passwordAt = new Date(Date.now() - 11 * 60 * 1000)
  const actor = actorFor(tech, { sessionId: await makeSession(tech), passwordAt })
  return { actor, needsSecondFactor: false }
}

const confirm = (session: Awaited<ReturnType<typeof staleSession>>, password?: string) =>
  startStepUp(session, { password, next: '/' }, context)

test('a wrong password opens nothing and is in the audit log', async () => {
  const session = await staleSession()
  const { employeeId } = session.actor
  expect(await confirm(session, 'not the passphrase')).toEqual({ ok: false, reason: 'wrong-password' })
  expect(await confirm(session)).toEqual({ ok: false, reason: 'wrong-password' })
  expect(await db.pendingSignIn.count({ where: { employeeId } })).toBe(0)
  const events = { where: { actorId: employeeId, action: 'sign-in.wrong-password' } }
  expect(await db.auditEvent.count(events)).toBe(2)
})

/** A person without any second step, whose password was proven eleven minutes ago. */
async function sessionWithoutMethods(requiresSecondFactor = false) {
  const tech = await makeEmployee(await makeFirm(), { mobileNumber: null })
  if (requiresSecondFactor)
    await db.employee.update({ where: { id: tech.id }, data: { enrolledAt: new Date() } })
  const passwordAt = new Date(Date.now() - 11 * 60 * 1000)
  return {
    actor: actorFor(tech, { sessionId: await makeSession(tech), passwordAt }),
    needsSecondFactor: false,
  }
}

test('a person without a second step confirms by the password, for a new session id', async () => {
  const session = await sessionWithoutMethods()
  expect(await stepUpMethods(session)).toBe('password')
  expect(await confirm(session, passphrase)).toEqual({ ok: false, reason: 'no-method' })
  const wrong = await stepUpByPassword(session, { password: 'not the passphrase', next: '/' }, context)
  expect(wrong).toEqual({ ok: false, reason: 'wrong-password' })

  const confirmed = await stepUpByPassword(session, { password: passphrase, next: '/' }, context)
  expect(confirmed).toMatchObject({ ok: true, value: { isFirst: false } })
  expect(await db.session.findUnique({ where: { id: session.actor.sessionId } })).toBeNull()
})

test('where a second step is asked, the password alone confirms nothing', async () => {
  const session = await sessionWithoutMethods(true)
  const confirmed = await stepUpByPassword(session, { password: passphrase, next: '/' }, context)
  expect(confirmed).toEqual({ ok: false, reason: 'second-step-required' })
})

test('a password that was blocked meanwhile opens nothing', async () => {
  const session = await sessionWithoutMethods()
  const { employeeId } = session.actor
  await db.credential.update({ where: { employeeId }, data: { blockedAt: new Date() } })
  const confirmed = await stepUpByPassword(session, { password: passphrase, next: '/' }, context)
  expect(confirmed).toEqual({ ok: false, reason: 'wrong-password' })
})

test('a person below the minimum is sent to add a method', async () => {
  const session = await staleSession()
  const { firmId } = session.actor
  await db.firm.update({ where: { id: firmId }, data: { minimumTech: 'strong' } })
  expect(await stepUpMethods(session)).toBe('none')
  expect(await confirm(session, passphrase)).toEqual({ ok: false, reason: 'no-method' })
})
