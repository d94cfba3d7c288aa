import type { PasskeyProof } from '@/lib/access/proof'
import type { Tx } from '@/lib/db'

/**
 * Uses up the challenge and moves the counter on, each by one conditional write. False: the challenge was answered or asked by
 * somebody else, or the counter has not grown, as that of a copy would not.
 */
export async function consumePasskey(tx: Tx, employeeId: string, proof: PasskeyProof): Promise<boolean> {
  const asked = await tx.$executeRaw`
    delete from passkey_challenge
    where challenge = ${proof.challenge} and asked_by = ${proof.askedBy} and expires_at > now() and purpose <> 'add'
      and (employee_id is null or employee_id = ${employeeId}::uuid)`
  if (asked === 0) return false
  const consumed = await tx.$executeRaw`
    update passkey set counter = ${proof.counter}, is_backed_up = ${proof.isBackedUp}, last_used_at = now()
    where id = ${proof.passkeyId}::uuid and employee_id = ${employeeId}::uuid and cloned_at is null
      and (counter < ${proof.counter} or (counter = 0 and ${proof.counter} = 0))`
  return consumed === 1
}
