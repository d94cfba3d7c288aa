import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { newSecretId, storedId } from '@/lib/session/secret-id'
import { startConfirm } from '@/lib/sign-in/start-confirm'
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
