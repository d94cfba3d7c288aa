import { db } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { getOwnRequest } from './get-own-request'

const perMinute: Limit = { name: 'case-page-links-minute', points: 1, seconds: 60 }
const perDay: Limit = { name: 'case-page-links', points: 5, seconds: 24 * 60 * 60 }

/** The link is mailed to the stored address, never shown on the screen. */
export async function resendPageLink(
  pending: PendingSignIn,
): Promise<Result<void, 'none-open' | 'too-soon' | 'too-many'>> {
  const { open } = await getOwnRequest(pending)
  if (!open || pending.purpose !== 'sign_in') return refuse('none-open')
  const { employeeId } = pending
  const nextAt = await takeOrWait(perMinute, employeeId)
  if (nextAt) return refuse('too-soon', nextAt)
  const opensAt = await takeOrWait(perDay, employeeId)
  if (opensAt) return refuse('too-many', opensAt)

  const { caseId, number } = open
  await notify(db, { kind: 'case-page-link', employeeId, caseId, number })
  return ok()
}
