import { findCaseByPage } from '@/lib/cases/find-case'
import { isBlockedByMail } from '@/lib/cases/mail-block'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'

const perMinute: Limit = { name: 'enrollment-links-minute', points: 1, seconds: 60 }
const perDay: Limit = { name: 'enrollment-links', points: 5, seconds: 24 * 60 * 60 }

export type ResendRefusal = 'nothing-to-enroll' | 'blocked-by-mail' | 'too-soon' | 'too-many'

export async function resendEnrollmentLink(pending: PendingSignIn): Promise<Result<void, ResendRefusal>> {
  return pending.purpose === 'sign_in' ? resend(pending.employeeId) : refuse('nothing-to-enroll')
}

export async function resendEnrollmentLinkFromPage(
  pageSecret: string,
): Promise<Result<void, ResendRefusal | 'not-found'>> {
  const caseId = await findCaseByPage(pageSecret)
  const about =
    caseId &&
    (await db.resetCase.findUnique({
      where: { id: caseId },
      select: { employeeId: true, state: true, kind: true },
    }))
  // Reveals nothing about the account once the case is closed.
  const canEnroll =
    about && (about.kind === 'lost_phone' ? about.state === 'ready' : about.state === 'waiting')
  if (about && !canEnroll) return refuse('nothing-to-enroll')
  return about ? resend(about.employeeId) : refuse('not-found')
}

async function resend(employeeId: string): Promise<Result<void, ResendRefusal>> {
  const [person] = await db.$queryRaw<Array<{ canEnroll: boolean; isBlocked: boolean }>>`
    select factor_reset_at is not null or exists (select from reset_case c
      where c.employee_id = e.id and c.kind = 'number_change' and c.state = 'waiting') as "canEnroll", ${isBlockedByMail} as "isBlocked"
    from employee e where id = ${employeeId}::uuid and active`
  if (!person?.canEnroll) return refuse('nothing-to-enroll')
  if (person.isBlocked) return refuse('blocked-by-mail')
  const nextAt = await takeOrWait(perMinute, employeeId)
  if (nextAt) return refuse('too-soon', nextAt)
  const opensAt = await takeOrWait(perDay, employeeId)
  if (opensAt) return refuse('too-many', opensAt)
  await enqueue(db, 'enrollment-mail', { employeeId })
  return ok()
}
