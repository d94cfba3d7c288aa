import { expect, test } from 'vitest'
import { changePassword } from '@/lib/account/change-password'
import { db } from '@/lib/db'
import { startStepUp } from '@/lib/sign-in/start-step-up'
import { takeStepUp } from '@/lib/sign-in/step-up'
import { actorFor, makeEmployee, makeFirm, makeSession, passphrase } from '../factories'
import { notificationsFor } from '../notifications/notifications'
import { newPassword, visitor } from './people'

const wrong = 'not the passphrase'

/** A tech whose password was proven eleven minutes ago, in two browsers. */
async function signedInTwice() {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }), { vendor: 'verify' })
  const passwordAt = new Date(Date.now() - 11 * 60 * 1000)
  const sessions = await Promise.all([makeSession(tech), makeSession(tech)])
  const [here, elsewhere] = sessions.map((sessionId) => actorFor(tech, { sessionId, passwordAt }))
  if (!here || !elsewhere) throw new Error('No sessions')
  const session = { actor: here, needsSecondFactor: false }
  return {
    tech,
    here,
    elsewhere,
    onPage: (password: string) => startStepUp(session, { password, next: '/' }, visitor),
    inForm: (proofPassword: string) => takeStepUp(session, { proofPassword, proofToken: '' }, visitor, null),
    change: (currentPassword: string) =>
      changePassword({ ...here, passwordAt: new Date() }, { currentPassword, newPassword }),
  }
}

test('the tenth wrong password of a day, wherever typed, ends the session', async () => {
  const { tech, here, elsewhere, ...prompts } = await signedInTwice()
  await prompts.onPage(passphrase)
  for (let times = 0; times < 3; times++)
    for (const ask of [prompts.onPage, prompts.inForm, prompts.change])
      expect(await ask(wrong)).toEqual({ ok: false, reason: 'wrong-password' })
  expect(await prompts.change(wrong)).toEqual({ ok: false, reason: 'session-ended' })

  const left = await db.session.findMany({ where: { employeeId: tech.id } })
  expect(left.map(({ id }) => id)).toEqual([elsewhere.sessionId])
  expect(await db.pendingSignIn.count({ where: { replacesSessionId: here.sessionId } })).toBe(0)
  expect(await notificationsFor(tech.id)).toMatchObject([{ kind: 'session-guessed', place: here.place }])
  expect(await db.auditEvent.count({ where: { actorId: tech.id, action: 'session.guessed' } })).toBe(1)
})

test('after ten wrong passwords no other session compares one that day', async () => {
  const { elsewhere, ...prompts } = await signedInTwice()
  for (let times = 0; times < 10; times++) await prompts.onPage(wrong)
  const session = { actor: elsewhere, needsSecondFactor: false }
  const answer = await startStepUp(session, { password: passphrase, next: '/' }, visitor)
  expect(answer).toMatchObject({ ok: false, reason: 'too-many-tries', opensAt: expect.any(Date) })
  expect(await db.session.count({ where: { id: elsewhere.sessionId } })).toBe(1)
})

test('twenty guesses at once are compared ten times at most', async () => {
  const { tech, onPage } = await signedInTwice()
  const answers = await Promise.all(Array.from({ length: 20 }, () => onPage(wrong)))
  expect(answers.filter((one) => !one.ok && one.reason === 'session-ended')).toHaveLength(1)
  const compared = await db.auditEvent.count({
    where: { actorId: tech.id, action: 'sign-in.wrong-password' },
  })
  expect(compared).toBe(10)
})
