import type { TokenProof } from '@/lib/access/proof'
import { record } from '@/lib/audit/record'
import { lockOpenCase } from '@/lib/cases/lock-case'
import { type CaseActor, moveCase } from '@/lib/cases/move-case'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { db, type Tx } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { lockFirm } from '@/lib/lock-firm'
import { consumeLink, endLinks } from '@/lib/mail-links/live-links'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { supersedePushes } from '@/lib/sign-in-methods/open-pushes'
import { checkEnrollmentToken, type EnrollmentTokenRefusal } from '@/lib/sign-in-methods/tokens/check-token'
import { consumeToken } from '@/lib/sign-in-methods/tokens/consume-token'
import { type SendAnswer, textToken } from '@/lib/sign-in-methods/tokens/send-token'
import type { TokenTarget } from '@/lib/sign-in-methods/tokens/token-target'
import { setMobileNumber } from '@/lib/sign-in-methods/vendors/set-mobile-number'
import type { Prisma } from '@/prisma/client/client'
import { type Enrollment, findEnrollment } from './find-enrollment'

export async function sendEnrollmentToken(pending: PendingSignIn, address: string): Promise<SendAnswer> {
  const enrollment = await findEnrollment(pending)
  return enrollment?.newNumber
    ? textToken(newPhone(pending, enrollment, enrollment.newNumber), address)
    : refuse('ended')
}

/** Excludes the old phone's methods, which must not prove the new one. */
function newPhone(
  { pendingId, employeeId, firmId, name, place, browser }: PendingSignIn,
  { newVendorUserId: vendorUserId }: Enrollment,
  mobileNumber: string,
): TokenTarget {
  const person = { pendingId, employeeId, firmId, name, place, browser }
  return {
    ...person,
    purpose: 'prove_number',
    mobileNumber,
    vendorUserId,
    vendor: vendorUserId ? 'authy' : 'verify',
  }
}

/**
 * Answers with a proof for this very sign-in: a second text would go to the phone that was just proven. The token itself is
 * consumed here, and works nowhere else.
 */
export async function proveNumber(
  pending: PendingSignIn,
  typed: string,
): Promise<Result<TokenProof, EnrollmentTokenRefusal>> {
  const enrollment = await findEnrollment(pending)
  if (!enrollment?.newNumber) return refuse('ended')
  const { newNumber, newVendorUserId } = enrollment
  const checked = await checkEnrollmentToken(newPhone(pending, enrollment, newNumber), typed)
  if (!checked.ok) return checked
  const { digest } = checked.value

  return db.$transaction(async (tx) => {
    await lockFirm(tx, pending.firmId)
    const old = await lockEmployee(tx, pending.employeeId)
    // Reads again under the lock: a stop, a newer link or another number may have arrived.
    const current = await findEnrollment(pending, tx)
    if (!old?.active || current?.newNumber !== newNumber || current.linkId !== enrollment.linkId)
      return refuse('ended')
    if (!(await consumeToken(tx, digest))) return refuse('used')
    if (!(await consumeLink(tx, enrollment.linkId, old.now))) return refuse('ended')

    const proven = { vendorUserId: newVendorUserId }
    await setMobileNumber(tx, old, newNumber, { proven, changedBy: old.name })
    await endOldPhone(tx, pending, old.now)
    const before = old.mobileNumber && maskMobileNumber(old.mobileNumber)
    await closeCases(tx, pending, { mobileNumber: { before, after: maskMobileNumber(newNumber) } })
    return ok({ ...checked.value, digest: storedId(`${pending.pendingId}:${digest}`) })
  })
}

async function endOldPhone(tx: Tx, { pendingId, employeeId }: PendingSignIn, now: Date): Promise<void> {
  await supersedePushes(tx, { employeeId }, now)
  await endLinks(tx, employeeId, now, ['phone_enrollment', 'one_time_pass'])
  await tx.pendingSignIn.deleteMany({ where: { employeeId, id: { not: pendingId } } })
  await tx.pendingSignIn.update({
    where: { id: pendingId },
    data: { enrollmentLinkId: null, newNumber: null, newVendorUserId: null },
  })
  await tx.session.deleteMany({ where: { employeeId } })
  await tx.trustedBrowser.deleteMany({ where: { employeeId } })
}

async function closeCases(tx: Tx, pending: PendingSignIn, details: Prisma.InputJsonObject): Promise<void> {
  const { employeeId, name, place, browser } = pending
  const caseActor: CaseActor = { party: 'enrolled', employeeId, name, place, browser }
  let isNotified = false
  for (const kind of ['lost_phone', 'number_change'] as const) {
    const open = await lockOpenCase(tx, employeeId, kind)
    if (!open) continue
    const isDone = await moveCase(tx, open, caseActor, { act: 'enrolled', to: 'done', details })
    if (!isDone) throw new Error(`Case ${open.number} cannot be finished from ${open.state}`)
    isNotified = true
  }
  if (isNotified) return
  await record(tx, pending, 'employee.phone-enrolled', { id: employeeId, name }, details)
  await notify(tx, { kind: 'phone-enrolled', employeeId, place, browser })
}
