import type { Actor } from '@/lib/access/policy'
import type { AuditActor } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { Prisma } from '@/prisma/client/client'
import type { PendingSignIn } from './pending-sign-ins'
import { hasFreshProof, isFresh } from './sessions'

/** Only the two functions below create this type, so no verb can skip the step-up. */
export type FreshActor = AuditActor & {
  employeeId: string
  firmId: string
  name: string
  email: string
  place: string
  browser: string
  /** A change started in one session or pending sign-in cannot end in another. */
  boundTo: string
  sessionId: string | null
}

/** A password is enough while no second factor is required and no number proven that an attacker would lack. */
export const isPasswordEnough = Prisma.sql`(not e.must_use_second_factor and e.number_proven_at is null)`

export async function freshActorOf(actor: Actor): Promise<Result<FreshActor, 'proof-needed'>> {
  const { employeeId, firmId, name, email, place, browser, sessionId } = actor
  const freshActor = { employeeId, firmId, name, email, place, browser, boundTo: sessionId, sessionId }
  if (hasFreshProof(actor)) return ok(freshActor)
  const [person] = await db.$queryRaw<Array<{ isPasswordEnough: boolean }>>`
    select ${isPasswordEnough} as "isPasswordEnough" from employee e where e.id = ${employeeId}::uuid and e.active`
  const isEnough = person?.isPasswordEnough && isFresh(actor.passwordAt, actor.seenAt)
  return isEnough ? ok(freshActor) : refuse('proof-needed')
}

/** A pending sign-in is fresh only after a proof below the firm's minimum strength. */
export function freshActorOfPending(pending: PendingSignIn): Result<FreshActor, 'proof-needed'> {
  if (!pending.provenBy || pending.purpose !== 'sign_in') return refuse('proof-needed')
  const { employeeId, firmId, name, email, place, browser, pendingId } = pending
  return ok({ employeeId, firmId, name, email, place, browser, boundTo: pendingId, sessionId: null })
}
