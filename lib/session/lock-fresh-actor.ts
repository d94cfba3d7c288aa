import type { Tx } from '@/lib/db'
import type { FreshActor } from './fresh-actor'

/**
 * Holds the person until the transaction ends. False: what the proof was given in is over. Whoever ends a person's sessions holds
 * the same row, so nobody who was put out of an account in this very moment leaves a way in behind.
 */
export async function lockFreshActor(
  tx: Tx,
  { employeeId, boundTo, sessionId }: FreshActor,
): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    select 1 from employee where id = ${employeeId}::uuid and active for no key update`
  if (held.length === 0) return false
  const alive = sessionId
    ? await tx.$queryRaw<unknown[]>`
        select 1 from session s join employee e on e.id = s.employee_id
        where s.id = ${sessionId} and e.id = ${employeeId}::uuid and s.expires_at > now()
          and (s.second_factor_at is not null or (not e.firm_requires_second_factor and e.enrolled_at is null
            and e.number_proven_at is null and e.factor_reset_at is null))`
    : await tx.$queryRaw<unknown[]>`
        select 1 from pending_sign_in p join employee e on e.id = p.employee_id
        where p.id = ${boundTo} and e.id = ${employeeId}::uuid and p.purpose = 'sign_in'
          and p.consumed_at is null and p.expires_at > now() and e.factor_reset_at is null`
  return alive.length > 0
}
