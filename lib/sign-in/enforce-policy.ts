import { isEnough } from '@/lib/access/methods'
import { methodOf, type Proof, recordedFactor } from '@/lib/access/proof'
import { record } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { isPendingLive } from '@/lib/session/pending-sign-ins'
import { offeredMethods } from '@/lib/sign-in-methods/offer-rules'
import { findMethods } from '@/lib/sign-in-methods/queries'

export type PolicyRefusal =
  | 'ended' // the person was deactivated
  | 'method-not-allowed' // the firm does not take this way, and the person has one that it takes
  | 'stronger-needed' // proven, but a better way has to be added before the sign-in can be completed

/**
 * The firm's policy of this very moment. Whoever has nothing that is enough has proven who it is, and may add a better
 * way in this sign-in: nobody is locked out by a stricter firm, and nobody gets in with less.
 */
export async function enforcePolicy(
  tx: Tx,
  pendingId: string,
  employeeId: string,
  proof: Proof,
): Promise<PolicyRefusal | null> {
  const method = methodOf(proof)
  if (!method) return null
  const now = await findMethods(employeeId, tx)
  if (!now) return 'ended'
  if (isEnough(method, now.role, now.policy)) return null
  // Whoever takes a recovery code has lost the better way: it is there to add another one.
  const leadsOn = method === 'recovery-code' || offeredMethods(now, 'sign_in').includes(method)
  if (!leadsOn) return 'method-not-allowed'
  const [person] = await tx.$queryRaw<
    Array<{ firmId: string; name: string; place: string; browser: string }>
  >`
    update pending_sign_in p set proven_by = ${method}, proven_at = now() from employee e
    where p.id = ${pendingId} and ${isPendingLive} and p.purpose = 'sign_in'
      and e.id = p.employee_id
    returning e.firm_id as "firmId", e.name, p.place, p.browser`
  if (!person) return 'method-not-allowed'
  const details = { secondFactor: recordedFactor(proof) }
  await record(tx, { ...person, employeeId }, 'sign-in.method-below-minimum', undefined, details)
  return 'stronger-needed'
}
