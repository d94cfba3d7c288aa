import type { Tx } from '@/lib/db'
import { type LockedEmployee, lockEmployee } from '@/lib/lock-employee'
import { type FreshActor, isPasswordEnough } from './fresh-actor'
import { isPendingLive } from './pending-sign-ins'

/** The lock keeps an attacker who is just signed out from leaving a sign-in method. Null: the proof has ended. */
export async function lockFreshActor(
  tx: Tx,
  { employeeId, boundTo, sessionId }: FreshActor,
): Promise<LockedEmployee | null> {
  const person = await lockEmployee(tx, employeeId)
  if (!person?.active) return null
  const alive = sessionId
    ? await tx.$queryRaw<unknown[]>`
        select 1 from session s join employee e on e.id = s.employee_id
        where s.id = ${sessionId} and e.id = ${employeeId}::uuid and s.expires_at > now()
          and (s.second_factor_at is not null or ${isPasswordEnough})`
    : await tx.$queryRaw<unknown[]>`
        select 1 from pending_sign_in p join employee e on e.id = p.employee_id
        where p.id = ${boundTo} and e.id = ${employeeId}::uuid and p.purpose = 'sign_in'
          and ${isPendingLive} and e.factor_reset_at is null`
  return alive.length > 0 ? person : null
}
