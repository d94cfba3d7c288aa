import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { storedId } from '@/lib/secrets/secret-id'
import { findSession } from '@/lib/session/sessions'
import { type StepUpStep, takeStepUp } from '@/lib/sign-in/step-up'
import { simulatedAuthy } from '../authy'
import { done } from '../cases/walk'
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

/** The form as it is posted before anything is proven: it starts the step-up. */
const start = { proofPassword: passphrase, proofToken: '' }
const goOn = { proofToken: '' }

test('password and token renew the session id, and the old id no longer works', async () => {
  const { tech, session } = await staleSession()
  const typed = { proofPassword: passphrase, proofToken: await authy.appToken(tech.mobileNumber) }
  const { step } = done(await takeStepUp(session, typed, visitor, null))
  const { sessionSecret, actor } = proven(step)

  expect(await findSession(session.actor.sessionId, false)).toBeNull()
  const renewed = await findSession(storedId(sessionSecret), false)
  expect(renewed?.actor).toMatchObject({ employeeId: tech.id, sessionId: actor.sessionId })
  expect(actor.seenAt.getTime() - actor.passwordAt.getTime()).toBeLessThan(60_000)
})

test('a session whose password is an hour old needs the password too', async () => {
  const { session } = await staleSession()
  for (const proofPassword of [undefined, 'not the password']) {
    expect(await takeStepUp(session, { proofPassword, proofToken: '' }, visitor, null)).toEqual({
      ok: false,
      reason: 'wrong-password',
    })
  }
})

test('a pending step-up is used again, so that the text sent for it still counts', async () => {
  const { session } = await staleSession()
  const first = done(await takeStepUp(session, start, visitor, null))
  const again = await takeStepUp(session, goOn, visitor, first.pending.pendingId)
  expect(again).toMatchObject({
    ok: true,
    value: { newSecret: null, pending: { pendingId: first.pending.pendingId } },
  })
})

test('a step-up of another person or session is no proof here', async () => {
  const { tech, session } = await staleSession()
  const others = await staleSession()
  const theirs = done(await takeStepUp(others.session, start, visitor, null))
  expect(await takeStepUp(session, goOn, visitor, theirs.pending.pendingId)).toMatchObject({ ok: false })

  const second = await findSession(await makeSession(tech), false)
  if (!second) throw new Error('No session')
  const own = done(await takeStepUp(second, goOn, visitor, null))
  expect(await takeStepUp(session, goOn, visitor, own.pending.pendingId)).toMatchObject({ ok: false })
})

test('wrong tokens count as at sign-in, and nothing is renewed', async () => {
  const { tech, session } = await staleSession()
  const typed = { proofPassword: passphrase, proofToken: '0000000' }
  const { step } = done(await takeStepUp(session, typed, visitor, null))
  expect(step).toEqual({ kind: 'token', proven: { ok: false, reason: 'wrong' } })
  expect((await db.employee.findUniqueOrThrow({ where: { id: tech.id } })).wrongTokensInRow).toBe(1)
  expect(await findSession(session.actor.sessionId, false)).not.toBeNull()
})

function proven(step: StepUpStep) {
  if (step.kind !== 'token' || !step.proven.ok) throw new Error('Not proven')
  return step.proven.value
}
