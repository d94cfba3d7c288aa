import { type NumberUnread, readNumber } from '@/lib/contact/read-mobile-number'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { isPendingLive, type PendingSignIn } from '@/lib/session/pending-sign-ins'
import { canMigrateToVerify, vendorFor } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { findEnrollment } from './find-enrollment'

const perPerson: Limit = { name: 'enrollment-numbers', points: 10, seconds: 24 * 60 * 60 }

export type ChooseRefusal =
  | 'ended'
  | 'number-needed'
  | 'number-fixed'
  | 'number-refused'
  | 'too-many'
  | 'provider-down'
type ChooseAnswer = Result<{ mobileNumber: string }, ChooseRefusal> | NumberUnread

export async function chooseNumber(
  pending: PendingSignIn,
  typed: string,
  sure?: string,
): Promise<ChooseAnswer> {
  const enrollment = await findEnrollment(pending)
  if (!enrollment) return refuse('ended')
  const read = readNumber(typed, pending.defaultCountry, { stored: enrollment.suggestedNumber, sure })
  if (!read.ok) return read
  const { mobileNumber } = read
  if (!mobileNumber) return refuse('number-needed')
  if (enrollment.isFixed && mobileNumber !== enrollment.suggestedNumber) return refuse('number-fixed')
  const opensAt = await takeOrWait(perPerson, pending.employeeId)
  if (opensAt) return refuse('too-many', opensAt)

  const known = await makeKnown(pending, mobileNumber)
  if (!known.ok) return known
  const vendorUserId = known.value
  const stored = await db.$executeRaw`
    update pending_sign_in p set new_number = ${mobileNumber}, new_vendor_user_id = ${vendorUserId}
    where p.id = ${pending.pendingId} and p.enrollment_link_id = ${enrollment.linkId} and ${isPendingLive}`
  if (stored === 0) return refuse('ended')
  const before = enrollment.newVendorUserId
  if (before && before !== vendorUserId) await enqueue(db, 'remove-at-vendor', { vendorUserId: before })
  return ok({ mobileNumber })
}

/** Returns null where Twilio Verify can text the token, so an Authy outage does not block the person. */
async function makeKnown(
  { firmId, email }: PendingSignIn,
  mobileNumber: string,
): Promise<Result<string | null, 'number-refused' | 'provider-down'>> {
  if ((await vendorFor(db, firmId, mobileNumber)) === 'verify') return ok(null)
  const registration = await provider.register({ email, mobileNumber })
  if (registration.ok) return ok(registration.vendorUserId)
  if (registration.failure === 'invalid') return refuse('number-refused')
  return canMigrateToVerify(mobileNumber) ? ok(null) : refuse('provider-down')
}
