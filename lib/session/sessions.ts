import type { Actor, Role } from '@/lib/access/policy'
import { before } from '@/lib/clock'
import { db, type Tx } from '@/lib/db'
import { type LockedEmployee, lockEmployee } from '@/lib/lock-employee'
import { Prisma } from '@/prisma/client/client'

const idleMinutes = 60
export const sessionHours = 24

/** Whether the session `s` of a query still works. */
export const isSessionLive = Prisma.sql`
  (s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => ${idleMinutes}))`

/** A live session and its person. `needsSecondFactor`: one must be used, and this session has only the password. */
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

/**
 * Reads the row behind a session cookie: never a cached one, so sign-out, expiry, deactivation and a changed role or
 * rule act on the next request of every process. `countsAsUse`: false for prefetch and polling.
 */
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

/**
 * Ends every session of a person and every sign-in that has begun, and forgets every remembered browser, this one too: for a
 * changed password, role, number, way in or a deactivation. What the change itself is made in can go on.
 */
export async function endAllSessions(
  tx: Tx,
  employeeId: string,
  exceptSessionId?: string,
  exceptPendingId?: string,
): Promise<void> {
  // A sign-in that is just finishing holds this row: it is waited for, and its session seen.
  await lockEmployee(tx, employeeId)
  // In the order of every other verb that ends both, or two of them could deadlock.
  await tx.pendingSignIn.deleteMany({ where: { employeeId, id: { not: exceptPendingId } } })
  await tx.session.deleteMany({ where: { employeeId, id: { not: exceptSessionId } } })
  await tx.trustedBrowser.deleteMany({ where: { employeeId } })
}

/** How many sessions of a locked person still work, without the given one. */
export async function countLiveSessions(
  tx: Tx,
  { id: employeeId, now }: LockedEmployee,
  exceptSessionId?: string,
): Promise<number> {
  const lastSeenAt = { gt: before(now, { minutes: idleMinutes }) }
  const id = { not: exceptSessionId }
  return tx.session.count({ where: { employeeId, id, expiresAt: { gt: now }, lastSeenAt } })
}

/** Password and second factor, both proven less than 10 minutes before this request: what sensitive acts ask for. */
export function hasFreshProof({ passwordAt, secondFactorAt, seenAt }: Actor): boolean {
  return isFresh(passwordAt, seenAt) && isFresh(secondFactorAt, seenAt)
}

/** Proven less than 10 minutes ago. `now` is the database's, as the session was read with. */
export function isFresh(provenAt: Date | null, now: Date): boolean {
  return provenAt !== null && now.getTime() - provenAt.getTime() < 10 * 60 * 1000
}
