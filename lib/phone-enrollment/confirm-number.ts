import { record } from '@/lib/audit/record'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { db, type Tx } from '@/lib/db'
import { type LockedEmployee, lockEmployee } from '@/lib/lock-employee'
import { lockFirm } from '@/lib/lock-firm'
import { notifyAdminsOfNumber } from '@/lib/notifications/alert-admins'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { checkNumberToken, type EnrollmentTokenRefusal } from '@/lib/sign-in-methods/tokens/check-token'
import { consumeToken } from '@/lib/sign-in-methods/tokens/consume-token'
import { findNumberProof, type NumberProof } from './find-number-link'

/** Accepts only the phone's own tokens; wrong ones count toward the sign-in's limit. It creates no session. */
export async function confirmNumber(
  proof: NumberProof,
  typed: string,
): Promise<Result<void, EnrollmentTokenRefusal>> {
  const checked = await checkNumberToken(proof, typed)
  if (!checked.ok) return checked
  const { digest } = checked.value

  return db.$transaction(async (tx) => {
    await lockFirm(tx, proof.firmId)
    const person = await lockEmployee(tx, proof.employeeId)
    // Reads again under the lock: another number or a newer link may have arrived.
    const current = await findNumberProof(proof.pendingId, tx)
    if (!person || current?.mobileNumber !== proof.mobileNumber || current.linkId !== proof.linkId)
      return refuse('ended')
    if (!(await consumeToken(tx, digest))) return refuse('used')
    const { linkId: id, pendingId } = proof
    await tx.mailLink.updateMany({ where: { id, usedAt: null }, data: { usedAt: person.now } })
    await tx.pendingSignIn.updateMany({
      where: { id: pendingId, consumedAt: null },
      data: { consumedAt: person.now },
    })
    await markProven(tx, proof, person)
    return ok()
  })
}

/** Gives back the correct try only; the wrong ones count until a sign-in is complete. */
async function markProven(tx: Tx, proof: NumberProof, person: LockedEmployee): Promise<void> {
  const { employeeId, name, place, browser, mobileNumber } = proof
  const wrongTokensInRow = Math.max(person.wrongTokensInRow - 1, 0)
  await tx.employee.update({
    where: { id: employeeId },
    data: { numberProvenAt: person.now, wrongTokensInRow, tokensLockedUntil: null },
  })
  await record(
    tx,
    proof,
    'employee.number-confirmed',
    { id: employeeId, name },
    {
      mobileNumber: maskMobileNumber(mobileNumber),
    },
  )
  await notify(tx, { kind: 'number-confirmed', employeeId, place, browser, number: mobileNumber })
  await notifyAdminsOfNumber(tx, proof, mobileNumber)
}
