import { isBlockedByMail } from '@/lib/cases/mail-block'
import { openInSql } from '@/lib/cases/states-sql'
import { db, type Tx } from '@/lib/db'
import { isLinkLive } from '@/lib/mail-links/live-links'
import { storedId } from '@/lib/secrets/secret-id'
import { isPendingLive, type PendingSignIn } from '@/lib/session/pending-sign-ins'

type EnrollmentLink = {
  linkId: string
  employeeId: string
  email: string
  expiresAt: Date
  isBlocked: boolean
}

export async function findEnrollmentLink(linkSecret: string): Promise<EnrollmentLink | null> {
  if (!/^[\w-]{43}$/.test(linkSecret)) return null
  const [link] = await db.$queryRaw<EnrollmentLink[]>`
    select l.id as "linkId", e.id as "employeeId", e.email, l.expires_at as "expiresAt", ${isBlockedByMail} as "isBlocked"
    from mail_link l join employee e on e.id = l.employee_id
    where l.id = ${storedId(linkSecret)} and l.purpose = 'phone_enrollment' and ${isLinkLive} and e.active
      and (e.factor_reset_at is not null or exists (select from reset_case c
        where c.employee_id = e.id and c.kind = 'number_change' and c.state = 'waiting'))`
  return link ?? null
}

export type Enrollment = {
  linkId: string
  newNumber: string | null
  newVendorUserId: string | null
  /** `isFixed`: an admin chose the number, so the person can confirm it but not replace it. */
  suggestedNumber: string | null
  isFixed: boolean
}

/** Limits the mailed link of a person with a second factor to the pending number change, whatever other case is open. */
export async function findEnrollment(pending: PendingSignIn, tx: Tx = db): Promise<Enrollment | null> {
  const [enrollment] = await tx.$queryRaw<Enrollment[]>`
    select l.id as "linkId", p.new_number as "newNumber", p.new_vendor_user_id as "newVendorUserId",
      coalesce(c.requested_number, case when e.factor_reset_at is not null then e.mobile_number end) as "suggestedNumber",
      held.only as "isFixed"
    from pending_sign_in p join mail_link l on l.id = p.enrollment_link_id and l.employee_id = p.employee_id
      join employee e on e.id = p.employee_id
      cross join lateral (select l.purpose = 'phone_enrollment' and e.factor_reset_at is null as only) held
      left join lateral (select requested_number from reset_case where employee_id = e.id
        and state in (${openInSql})
        and (kind = 'number_change' or not held.only) order by kind = 'lost_phone' desc limit 1) c on true
    where p.id = ${pending.pendingId} and ${isPendingLive} and p.purpose = 'sign_in'
      and l.purpose in ('phone_enrollment', 'one_time_pass') and ${isLinkLive} and e.active
      and (c.requested_number is not null or not held.only)
      and (l.purpose = 'one_time_pass' or not ${isBlockedByMail})`
  return enrollment ?? null
}
