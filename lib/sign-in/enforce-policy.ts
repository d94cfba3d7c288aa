import { isEnough } from '@/lib/access/methods'
import { methodOf, type Proof, recordedFactor } from '@/lib/access/proof'
import { record } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { isPendingLive } from '@/lib/session/pending-sign-ins'
import { accepts, offeredMethods } from '@/lib/sign-in-methods/offer-rules'
import { findMethods, type MethodsNow } from '@/lib/sign-in-methods/queries'

export type PolicyRefusal =
  | 'ended' // the person was deactivated
  | 'method-not-allowed' // the firm does not allow this method, and the person has one that it allows
  | 'stronger-needed' // proven, but a better method has to be added before the sign-in can be completed

/** Lets a person without a method that is enough add one: a stricter policy locks nobody out. */
export async function enforcePolicy(
  tx: Tx,
  pendingId: string,
  employeeId: string,
  proof: Proof,
): Promise<Result<MethodsNow | null, PolicyRefusal>> {
  const method = methodOf(proof)
  if (!method) return ok(null)
  const now = await findMethods(employeeId, tx)
  if (!now) return refuse('ended')
  if (proof.kind === 'token' && proof.isFromApp && !accepts('app', now, 'sign_in'))
    return refuse('method-not-allowed')
  if (isEnough(method, now.role, now.policy)) return ok(now)
  // A recovery code replaces a lost better method, so it always leads to adding another.
  const mayAddBetter = method === 'recovery-code' || offeredMethods(now, 'sign_in').includes(method)
  if (!mayAddBetter) return refuse('method-not-allowed')
  const [person] = await tx.$queryRaw<
    Array<{ firmId: string; name: string; place: string; browser: string }>
  >`
    update pending_sign_in p set proven_by = ${method}, proven_at = now() from employee e
    where p.id = ${pendingId} and ${isPendingLive} and p.purpose = 'sign_in'
      and e.id = p.employee_id
    returning e.firm_id as "firmId", e.name, p.place, p.browser`
  if (!person) return refuse('method-not-allowed')
  const details = { secondFactor: recordedFactor(proof) }
  await record(tx, { ...person, employeeId }, 'sign-in.method-below-minimum', undefined, details)
  return refuse('stronger-needed')
}
