import { isEnough, type Way } from '@/lib/access/methods'
import { record } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { waysOn } from '@/lib/sign-in-methods/offer-rules'
import { findWays } from '@/lib/sign-in-methods/queries'

export type WayRefusal =
  | 'ended' // the person was deactivated
  | 'way-not-allowed' // the firm does not take this way, and the person has one that it takes
  | 'stronger-needed' // proven, but a better way has to be added before the sign-in can be completed

/**
 * The firm's policy of this very moment (AU-5). Whoever has nothing that is enough has proven who it is, and may add a better
 * way in this sign-in: nobody is locked out by a stricter firm, and nobody gets in with less.
 */
export async function judgeWay(
  tx: Tx,
  pendingId: string,
  employeeId: string,
  way: Way | null,
): Promise<WayRefusal | null> {
  if (!way) return null
  const now = await findWays(employeeId, tx)
  if (!now) return 'ended'
  if (isEnough(way, now.role, now.policy)) return null
  // Whoever takes a recovery code has lost the better way: it is there to add another one.
  const leadsOn = way === 'recovery-code' || waysOn(now, 'sign_in').includes(way)
  if (!leadsOn) return 'way-not-allowed'
  const [person] = await tx.$queryRaw<
    Array<{ firmId: string; name: string; place: string; browser: string }>
  >`
    update pending_sign_in p set proven_by = ${way}, proven_at = now() from employee e
    where p.id = ${pendingId} and p.consumed_at is null and p.expires_at > now() and p.purpose = 'sign_in'
      and e.id = p.employee_id
    returning e.firm_id as "firmId", e.name, p.place, p.browser`
  if (!person) return 'way-not-allowed'
  await record(tx, { ...person, employeeId }, 'sign-in.lesser-way', undefined, { secondFactor: way })
  return 'stronger-needed'
}
