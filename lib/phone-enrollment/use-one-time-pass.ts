import { db } from '@/lib/db'
import { isLinkLive } from '@/lib/mail-links/live-links'
import { oneTimePassId } from '@/lib/mail-links/one-time-pass'
import { giveBack, type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { isPendingLive, type PendingSignIn } from '@/lib/session/pending-sign-ins'

const perPerson: Limit = { name: 'one-time-pass', points: 10, seconds: 60 * 60 }

export async function useOneTimePass(
  pending: PendingSignIn,
  typed: string,
): Promise<Result<void, 'wrong' | 'too-many-tries'>> {
  const opensAt = await takeOrWait(perPerson, pending.employeeId)
  if (opensAt) return refuse('too-many-tries', opensAt)
  const opened = await db.$executeRaw`
    update pending_sign_in p set enrollment_link_id = l.id from mail_link l
    where p.id = ${pending.pendingId} and ${isPendingLive} and p.purpose = 'sign_in'
      and l.id = ${oneTimePassId(pending.employeeId, typed)} and l.employee_id = p.employee_id and l.purpose = 'one_time_pass'
      and ${isLinkLive}`
  if (opened === 0) return refuse('wrong')
  await giveBack(perPerson, pending.employeeId)
  return ok()
}
