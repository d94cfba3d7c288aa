import { record } from '@/lib/audit/record'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { db, type Tx } from '@/lib/db'
import { lockFirm } from '@/lib/firms/lock-firm'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { checkAtVendors } from '@/lib/sign-in-methods/tokens/check-at-vendors'
import type { EnrollmentTokenRefusal } from '@/lib/sign-in-methods/tokens/check-token'
import { countTry, recordRefusedToken } from '@/lib/sign-in-methods/tokens/count-tries'
import { tokenDigits } from '@/lib/sign-in-methods/tokens/rules'
import { findNumberProof, type NumberProof } from './find-number-link'

/**
 * The token from the phone confirms the number on file: one transaction uses up token, link and what was begun. Only the phone's
 * own tokens count here, and wrong ones count together with those of the sign-in. It signs nobody in.
 */
export async function confirmNumber(
  proof: NumberProof,
  typed: string,
): Promise<Result<void, EnrollmentTokenRefusal>> {
  const token = tokenDigits(typed)
  if (!token) return refuse('not-a-token')
  const counted = await countTry(proof)
  if (!counted.ok) return counted
  const checked = await checkAtVendors(proof, token)
  if (!checked.ok) {
    await recordRefusedToken(proof, checked.reason, counted.value)
    return checked
  }
  const { digest } = checked.value

  return db.$transaction(async (tx) => {
    await lockFirm(tx, proof.firmId)
    await tx.$queryRaw`select from employee where id = ${proof.employeeId}::uuid for no key update`
    // Read again under the lock: another number or a newer link may have come in between.
    const current = await findNumberProof(proof.pendingId, tx)
    if (current?.mobileNumber !== proof.mobileNumber || current.linkId !== proof.linkId)
      return refuse('ended')
    const consumed =
      await tx.$executeRaw`insert into consumed_token (digest) values (${digest}) on conflict do nothing`
    if (consumed === 0) return refuse('used')
    await consumeLink(tx, proof)
    await markProven(tx, proof)
    return ok()
  })
}

async function consumeLink(tx: Tx, { linkId, pendingId }: NumberProof): Promise<void> {
  await tx.$executeRaw`update mail_link set used_at = now() where id = ${linkId} and used_at is null`
  await tx.$executeRaw`update pending_sign_in set consumed_at = now() where id = ${pendingId} and consumed_at is null`
}

/** The try that was right is given back; the wrong ones before it stay, until a sign-in is complete. */
async function markProven(tx: Tx, proof: NumberProof): Promise<void> {
  const { employeeId, name, place, browser, mobileNumber } = proof
  await tx.$executeRaw`
    update employee set number_proven_at = now(), wrong_tokens_in_row = greatest(wrong_tokens_in_row - 1, 0),
      tokens_locked_until = null
    where id = ${employeeId}::uuid`
  await record(
    tx,
    proof,
    'employee.number-confirmed',
    { id: employeeId, name },
    {
      mobileNumber: maskMobileNumber(mobileNumber),
    },
  )
  const at = new Date().toISOString()
  await notify(tx, { kind: 'number-confirmed', employeeId, at, place, browser, number: mobileNumber })
}
