import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { endSessions } from '@/lib/employees/recovery/end-sessions'
import { makeEmployee, makeSession } from '../../factories'
import { notificationsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { auditOf, firmInNeed, reason, stale } from './firm-in-need'

const sessionsOf = (employee: { id: string }) => db.session.count({ where: { employeeId: employee.id } })

test('every session and every pending sign-in of the person ends', async () => {
  const { ada, tech } = await firmInNeed()
  await makeSession(tech)
  await makeSession(tech)
  await makePending(tech)
  expect(await endSessions(ada, { employeeId: tech.id, reason })).toEqual({
    ok: true,
    value: { name: tech.name, ended: 2 },
  })
  expect(await sessionsOf(tech)).toBe(0)
  expect(await db.pendingSignIn.count({ where: { employeeId: tech.id } })).toBe(0)
})

test('the person is notified once, and the audit log has count and reason', async () => {
  const { ada, tech } = await firmInNeed()
  await makeSession(tech)
  await Promise.all([
    endSessions(ada, { employeeId: tech.id, reason }),
    endSessions(ada, { employeeId: tech.id, reason }),
  ])
  expect(await notificationsFor(tech.id)).toMatchObject([{ kind: 'signed-out', by: ada.name, reason }])
  expect(await auditOf(tech, 'sessions.ended')).toMatchObject([{ details: { reason, sessions: 1 } }])
})

test('a person who is not signed in gets no notification and no audit event', async () => {
  const { ada, tech } = await firmInNeed()
  await db.session.update({ where: { id: await makeSession(tech) }, data: { expiresAt: new Date() } })
  expect(await endSessions(ada, { employeeId: tech.id, reason })).toMatchObject({
    ok: true,
    value: { ended: 0 },
  })
  expect(await notificationsFor(tech.id)).toEqual([])
  expect(await auditOf(tech, 'sessions.ended')).toEqual([])
})

test('a fresh proof is asked where the firm asks for a second step, and only there', async () => {
  const { ada, tech } = await firmInNeed()
  await makeSession(tech)
  const refused = { ok: false, reason: 'proof-needed' }
  expect(await endSessions(stale(ada), { employeeId: tech.id, reason })).toEqual(refused)
  expect(await sessionsOf(tech)).toBe(1)

  const lax = await firmInNeed({ requiresSecondFactor: false })
  const withoutProof = { ...lax.ada, secondFactorAt: null }
  expect(await endSessions(withoutProof, { employeeId: lax.tech.id, reason })).toMatchObject({ ok: true })
})

test('not for yourself, the disabled, or an admin', async () => {
  const { ada, ben, firm } = await firmInNeed()
  await makeSession(ben)
  const disabled = await makeEmployee(firm, { active: false })
  const answers = [
    await endSessions(ada, { employeeId: ada.employeeId, reason }),
    await endSessions(ada, { employeeId: disabled.id, reason }),
    await endSessions(ada, { employeeId: ben.id, reason }),
  ]
  expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([
    'own-account',
    'not-active',
    'needs-another-admin',
  ])
  expect(await sessionsOf(ben)).toBe(1)
})

test('another firm’s admin cannot', async () => {
  const { foreign, tech } = await firmInNeed()
  await makeSession(tech)
  expect(await endSessions(foreign, { employeeId: tech.id, reason })).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect(await sessionsOf(tech)).toBe(1)
})
