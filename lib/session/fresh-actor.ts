import type { Actor } from '@/lib/access/policy'
import type { AuditActor } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { Prisma } from '@/prisma/client/client'
import type { PendingSignIn } from './pending-sign-ins'
import { hasFreshProof, isFresh } from './sessions'

/**
 * Who may add, rename and remove ways in. There is no other way to make one than the two functions below, so no verb can
 * forget to ask for the proof.
 */
export type FreshActor = AuditActor & {
  employeeId: string
  firmId: string
  name: string
  email: string
  place: string
  browser: string
  /** The session or begun sign-in: what is begun in one is not finished in another. */
  boundTo: string
  /** Null inside a sign-in. */
  sessionId: string | null
}

/**
 * Whether the employee `e` of a query has nothing to prove but the password: no second factor is asked, and no number was proven
 * that a stranger with the password would not have.
 */
export const isPasswordEnough = Prisma.sql`(not e.must_use_second_factor and e.number_proven_at is null)`

/**
 * A signed-in person who has just proven all that the account has: password and second factor, or the password where there
 * is no second factor yet.
 */
export async function freshActorOf(actor: Actor): Promise<Result<FreshActor, 'proof-needed'>> {
  const { employeeId, firmId, name, email, place, browser, sessionId } = actor
  const freshActor = { employeeId, firmId, name, email, place, browser, boundTo: sessionId, sessionId }
  if (hasFreshProof(actor)) return ok(freshActor)
  const [person] = await db.$queryRaw<Array<{ isPasswordEnough: boolean }>>`
    select ${isPasswordEnough} as "isPasswordEnough" from employee e where e.id = ${employeeId}::uuid and e.active`
  const isEnough = person?.isPasswordEnough && isFresh(actor.passwordAt, actor.seenAt)
  return isEnough ? ok(freshActor) : refuse('proof-needed')
}

/** Inside a sign-in: only who has proven a way that the firm does not find enough. */
export function freshActorOfPending(pending: PendingSignIn): Result<FreshActor, 'proof-needed'> {
  if (!pending.provenBy || pending.purpose !== 'sign_in') return refuse('proof-needed')
  const { employeeId, firmId, name, email, place, browser, pendingId } = pending
  return ok({ employeeId, firmId, name, email, place, browser, boundTo: pendingId, sessionId: null })
}
