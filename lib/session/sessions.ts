import type { Actor, Role } from '@/lib/access/policy'
import { before } from '@/lib/clock'
import { db, type Tx } from '@/lib/db'
import { type LockedEmployee, lockEmployee } from '@/lib/lock-employee'
import { Prisma } from '@/prisma/client/client'

const idleMinutes = 60
export const sessionHours = 24

export const isSessionLive = Prisma.sql`
  (s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => ${idleMinutes}))`

export type LiveSession = { actor: Actor; needsSecondFactor: boolean }

type SessionRow = {
  employeeId: string
  firmId: string
  firmName: string
  role: Role
  name: string
  email: string
  secondFactorAt: Date | null
  passwordAt: Date
  place: string
  browser: string
  seenAt: Date
  mustUseSecondFactor: boolean
  isStale: boolean
}

/** The row is never cached: sign-outs and role changes act at once. `countsAsUse`: false for prefetch and polling. */
export async function findSession(sessionId: string, countsAsUse: boolean): Promise<LiveSession | null> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    select e.id as "employeeId", e.firm_id as "firmId", f.name as "firmName", e.role::text as role, e.name, e.email,
      s.second_factor_at as "secondFactorAt", s.password_at as "passwordAt", s.place, s.browser,
      now() as "seenAt", e.must_use_second_factor as "mustUseSecondFactor",
      s.last_seen_at < now() - interval '1 minute' as "isStale"
    from session s join employee e on e.id = s.employee_id join firm f on f.id = e.firm_id
    where s.id = ${sessionId} and ${isSessionLive} and e.active`
  if (!row) return null
  if (row.isStale && countsAsUse) {
    await db.$executeRaw`update session set last_seen_at = now() where id = ${sessionId}`
  }
  const { isStale: _, mustUseSecondFactor, ...person } = row
  const needsSecondFactor = mustUseSecondFactor && !person.secondFactorAt
  return { actor: { ...person, sessionId }, needsSecondFactor }
}

/** All sessions, pending sign-ins and trusted browsers end; the excepted session or sign-in continues. */
export async function endAllSessions(
  tx: Tx,
  employeeId: string,
  exceptSessionId?: string,
  exceptPendingId?: string,
): Promise<void> {
  // A sign-in that is just finishing has locked this row: the lock waits for it, and sees its session.
  await lockEmployee(tx, employeeId)
  // Every verb deletes these in this order: another order could deadlock.
  await tx.pendingSignIn.deleteMany({ where: { employeeId, id: { not: exceptPendingId } } })
  await tx.session.deleteMany({ where: { employeeId, id: { not: exceptSessionId } } })
  await tx.trustedBrowser.deleteMany({ where: { employeeId } })
}

export async function countLiveSessions(
  tx: Tx,
  { id: employeeId, now }: LockedEmployee,
  exceptSessionId?: string,
): Promise<number> {
  const lastSeenAt = { gt: before(now, { minutes: idleMinutes }) }
  const id = { not: exceptSessionId }
  return tx.session.count({ where: { employeeId, id, expiresAt: { gt: now }, lastSeenAt } })
}

/** Sensitive acts need both proofs from the last 10 minutes. */
export function hasFreshProof({ passwordAt, secondFactorAt, seenAt }: Actor): boolean {
  return isFresh(passwordAt, seenAt) && isFresh(secondFactorAt, seenAt)
}

export function isFresh(provenAt: Date | null, now: Date): boolean {
  return provenAt !== null && now.getTime() - provenAt.getTime() < 10 * 60 * 1000
}
