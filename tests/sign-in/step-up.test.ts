import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { storedId } from '@/lib/secrets/secret-id'
import { findSession } from '@/lib/session/sessions'
import { proveByToken, startStepUpProof } from '@/lib/sign-in/step-up'
import { simulatedAuthy } from '../authy'
import { makeSession, passphrase } from '../factories'
import { makeRegistered } from '../registered'

const authy = simulatedAuthy()
const visitor = {
  address: '127.0.0.1',
  place: 'here',
  browser: 'Chrome',
  requestId: 'r',
  browserId: 'b'.repeat(64),
}

/** A person whose session was proven an hour ago. */
async function staleSession() {
  const tech = await makeRegistered()
  const sessionId = await makeSession(tech)
  await db.$executeRaw`
    update session set password_at = now() - interval '1 hour', second_factor_at = now() - interval '1 hour'
    where id = ${sessionId}`
  const session = await findSession(sessionId, false)
  if (!session) throw new Error('No session')
  return { tech, session }
}

test('password and token renew the session under a new id, and the old id is dead', async () => {
  const { tech, session } = await staleSession()
  const started = await startStepUpProof(session, passphrase, visitor, null)
  if (!started.ok) throw new Error(started.reason)
  const proven = await proveByToken(started.value.pending, await authy.appToken(tech.mobileNumber))
  if (!proven.ok) throw new Error(proven.reason)

  expect(await findSession(session.actor.sessionId, false)).toBeNull()
  const renewed = await findSession(storedId(proven.value), false)
  expect(renewed?.actor.employeeId).toBe(tech.id)
  expect(renewed && renewed.actor.seenAt.getTime() - renewed.actor.passwordAt.getTime()).toBeLessThan(60_000)
})

test('a session whose password is an hour old needs the password too', async () => {
  const { session } = await staleSession()
  expect(await startStepUpProof(session, undefined, visitor, null)).toEqual({
    ok: false,
    reason: 'wrong-password',
  })
  expect(await startStepUpProof(session, 'not the password', visitor, null)).toEqual({
    ok: false,
    reason: 'wrong-password',
  })
})

test('a proof that was begun goes on, so that the text sent for it is worth something', async () => {
  const { session } = await staleSession()
  const first = await startStepUpProof(session, passphrase, visitor, null)
  if (!first.ok) throw new Error(first.reason)
  const again = await startStepUpProof(session, undefined, visitor, first.value.pending.pendingId)
  expect(again).toMatchObject({
    ok: true,
    value: { newSecret: null, pending: { pendingId: first.value.pending.pendingId } },
  })
})

test('what somebody else has begun, or another session of the same person, is no proof here', async () => {
  const { tech, session } = await staleSession()
  const others = await staleSession()
  const theirs = await startStepUpProof(others.session, passphrase, visitor, null)
  if (!theirs.ok) throw new Error(theirs.reason)
  const { pendingId } = theirs.value.pending
  expect(await startStepUpProof(session, undefined, visitor, pendingId)).toMatchObject({ ok: false })

  const second = await findSession(await makeSession(tech), false)
  if (!second) throw new Error('No session')
  const own = await startStepUpProof(second, undefined, visitor, null)
  if (!own.ok) throw new Error(own.reason)
  expect(await startStepUpProof(session, undefined, visitor, own.value.pending.pendingId)).toMatchObject({
    ok: false,
  })
})

test('wrong tokens count as at sign-in, and nothing is renewed', async () => {
  const { tech, session } = await staleSession()
  const started = await startStepUpProof(session, passphrase, visitor, null)
  if (!started.ok) throw new Error(started.reason)
  expect(await proveByToken(started.value.pending, '0000000')).toEqual({ ok: false, reason: 'wrong' })
  expect((await db.employee.findUniqueOrThrow({ where: { id: tech.id } })).wrongTokensInRow).toBe(1)
  expect(await findSession(session.actor.sessionId, false)).not.toBeNull()
})
