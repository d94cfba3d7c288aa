import { record } from '@/lib/audit/record'
import { lockOpenCase } from '@/lib/cases/lock-case'
import { type CaseActor, moveCase } from '@/lib/cases/move-case'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { db, type Tx } from '@/lib/db'
import { lockFirm } from '@/lib/lock-firm'
import { enqueue } from '@/lib/jobs/enqueue'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { checkEnrollmentToken, type EnrollmentTokenRefusal } from '@/lib/sign-in-methods/tokens/check-token'
import { type SendAnswer, textToken } from '@/lib/sign-in-methods/tokens/send-token'
import { firstState, vendorFor } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import type { Prisma } from '@/prisma/client/client'
import { type Enrollment, findEnrollment } from './find-enrollment'

/** Texts a token to the new number. */
export async function sendEnrollmentToken(pending: PendingSignIn, address: string): Promise<SendAnswer> {
  const enrollment = await findEnrollment(pending)
  return enrollment?.newNumber
    ? textToken(withNewPhone(pending, enrollment, enrollment.newNumber), address)
    : refuse('ended')
}

/** The same sign-in as if it had the new phone alone: nothing that the old one knows may prove the new one. */
function withNewPhone(
  pending: PendingSignIn,
  { newVendorUserId: vendorUserId }: Enrollment,
  mobileNumber: string,
): PendingSignIn {
  return { ...pending, mobileNumber, vendorUserId, vendor: vendorUserId ? 'authy' : 'verify' }
}

/**
 * The token from the new phone finishes the set-up: one transaction uses up token and link, puts the new number in place of
 * the old one, ends what the old phone had opened and closes the case. The sign-in goes on with its second step.
 */
export async function proveNumber(
  pending: PendingSignIn,
  typed: string,
): Promise<Result<void, EnrollmentTokenRefusal>> {
  const enrollment = await findEnrollment(pending)
  if (!enrollment?.newNumber) return refuse('ended')
  const { newNumber, newVendorUserId } = enrollment
  const checked = await checkEnrollmentToken(withNewPhone(pending, enrollment, newNumber), typed)
  if (!checked.ok) return checked
  const { digest } = checked.value

  return db.$transaction(async (tx) => {
    await lockFirm(tx, pending.firmId)
    const old = await lockPerson(tx, pending.employeeId)
    // Read again under the lock: a Stop, a newer link or another number may have come in between.
    const current = await findEnrollment(pending, tx)
    if (!old || current?.newNumber !== newNumber || current.linkId !== enrollment.linkId)
      return refuse('ended')
    const consumed =
      await tx.$executeRaw`insert into consumed_token (digest) values (${digest}) on conflict do nothing`
    if (consumed === 0) return refuse('used')
    const used = await tx.$executeRaw`
      update mail_link set used_at = now() where id = ${enrollment.linkId} and used_at is null and expires_at > now()`
    if (used === 0) return refuse('ended')

    await putInPlace(tx, pending, newNumber, newVendorUserId)
    if (old.vendorUserId && old.vendorUserId !== newVendorUserId) {
      await enqueue(tx, 'remove-at-vendor', { vendorUserId: old.vendorUserId })
    }
    const before = old.mobileNumber && maskMobileNumber(old.mobileNumber)
    await closeCases(tx, pending, { mobileNumber: { before, after: maskMobileNumber(newNumber) } })
    return ok()
  })
}

type Old = { mobileNumber: string | null; vendorUserId: string | null }

async function lockPerson(tx: Tx, employeeId: string): Promise<Old | null> {
  const [old] = await tx.$queryRaw<Old[]>`
    select mobile_number as "mobileNumber", vendor_user_id as "vendorUserId" from employee
    where id = ${employeeId}::uuid and active for no key update`
  return old ?? null
}

async function putInPlace(
  tx: Tx,
  { pendingId, employeeId, firmId, name }: PendingSignIn,
  number: string,
  vendorUserId: string | null,
) {
  const vendor = vendorUserId ? 'authy' : await vendorFor(tx, firmId, number)
  const state = vendorUserId ? 'registered' : firstState(vendor, number)
  if (state === 'waiting') await enqueue(tx, 'register-at-vendor', { employeeId })
  await tx.$executeRaw`
    update employee set mobile_number = ${number}, vendor_user_id = ${vendorUserId}, vendor_state = ${state}::vendor_state,
      vendor = ${vendor}::vendor,
      vendor_refusal = null, number_proven_at = now(), vendor_app_used_at = null, factor_reset_at = null, wrong_tokens_in_row = 0, tokens_locked_until = null,
      number_changed_at = case when mobile_number = ${number} then number_changed_at else now() end,
      version = version + 1, changed_at = now(), changed_by = ${name}
    where id = ${employeeId}::uuid`
  await tx.$executeRaw`
    update push set status = 'superseded', settled_at = now()
    where employee_id = ${employeeId}::uuid and status in ('sending', 'pending')`
  // Every other sign-in, link and session of the person ends; this browser's sign-in goes on.
  await tx.$executeRaw`
    update mail_link set used_at = now()
    where employee_id = ${employeeId}::uuid and purpose in ('phone_enrollment', 'one_time_pass') and used_at is null`
  await tx.$executeRaw`delete from pending_sign_in where employee_id = ${employeeId}::uuid and id <> ${pendingId}`
  await tx.$executeRaw`
    update pending_sign_in set enrollment_link_id = null, new_number = null, new_vendor_user_id = null where id = ${pendingId}`
  await tx.session.deleteMany({ where: { employeeId } })
  await tx.trustedBrowser.deleteMany({ where: { employeeId } })
}

/** The open cases end with it, and tell everybody; without one, as after an admin's reset, the person alone is told. */
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
  const at = new Date().toISOString()
  await notify(tx, { kind: 'phone-enrolled', employeeId, at, place, browser })
}
