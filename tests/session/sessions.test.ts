import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { findSession } from '@/lib/session/sessions'
import type { Employee } from '@/prisma/client/client'
import { makeEmployee, makeFirm, makeSession } from '../factories'

async function techWithSession() {
  const firm = await makeFirm()
  const tech = await makeEmployee(firm)
  return { firm, tech, sessionId: await makeSession(tech) }
}

test('a session sleeps after an hour without use', async () => {
  const { tech, sessionId } = await techWithSession()
  await setLastSeen(tech, 59)
  expect(await findSession(sessionId, false)).not.toBeNull()
  await setLastSeen(tech, 61)
  expect(await findSession(sessionId, true)).toBeNull()
})

test('a page keeps a session awake, and a prefetch does not', async () => {
  const { tech, sessionId } = await techWithSession()
  await setLastSeen(tech, 50)
  await findSession(sessionId, false)
  expect(await minutesSinceSeen(tech)).toBeGreaterThan(49)
  await findSession(sessionId, true)
  expect(await minutesSinceSeen(tech)).toBeLessThan(10)
})

test('a session ends after its whole time, however busy it is', async () => {
  const { tech, sessionId } = await techWithSession()
  await db.$executeRaw`update session set expires_at = now() - interval '1 second' where employee_id = ${tech.id}::uuid`
  expect(await findSession(sessionId, true)).toBeNull()
})

test('the session of a disabled person is none', async () => {
  const { tech, sessionId } = await techWithSession()
  await db.employee.update({ where: { id: tech.id }, data: { active: false } })
  expect(await findSession(sessionId, true)).toBeNull()
})

test('another name keeps the session, and is read at the next request', async () => {
  const { tech, sessionId } = await techWithSession()
  await db.employee.update({ where: { id: tech.id }, data: { name: 'Nora Renamed' } })
  expect((await findSession(sessionId, true))?.actor.name).toBe('Nora Renamed')
})

test('two-factor, turned on, asks a password-only session for the second step', async () => {
  const { firm, sessionId } = await techWithSession()
  const secondFactor = { secondFactorAt: null, secondFactor: null }
  await db.session.update({ where: { id: sessionId }, data: secondFactor })
  expect((await findSession(sessionId, true))?.needsSecondFactor).toBe(false)
  await db.$transaction([
    db.firm.update({ where: { id: firm.id }, data: { requiresSecondFactor: true } }),
    db.employee.updateMany({ where: { firmId: firm.id }, data: { firmRequiresSecondFactor: true } }),
  ])
  expect((await findSession(sessionId, true))?.needsSecondFactor).toBe(true)
})

function setLastSeen({ id }: Employee, minutesAgo: number) {
  return db.$executeRaw`
    update session set last_seen_at = now() - make_interval(mins => ${minutesAgo}) where employee_id = ${id}::uuid`
}

async function minutesSinceSeen({ id }: Employee): Promise<number> {
  const [seen] = await db.$queryRaw<Array<{ minutes: number }>>`
    select extract(epoch from now() - last_seen_at)::float8 / 60 as minutes from session where employee_id = ${id}::uuid`
  return seen?.minutes ?? -1
}
