import { findCaseByPage } from '@/lib/cases/find-case'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'

const perMinute: Limit = { name: 'set-up-links-minute', points: 1, seconds: 60 }
const perDay: Limit = { name: 'set-up-links', points: 5, seconds: 24 * 60 * 60 }

export type ResendRefusal = 'nothing-to-set-up' | 'too-soon' | 'too-many'

/** *Mail me a new link*, after the password. It goes to the stored address; the one before ends. */
export async function resendSetUpLink(pending: PendingSignIn): Promise<Result<void, ResendRefusal>> {
  return pending.purpose === 'sign_in' ? resend(pending.employeeId) : refuse('nothing-to-set-up')
}

/** The same from the page of a case. Both count together. */
export async function resendSetUpLinkFromPage(
  pageSecret: string,
): Promise<Result<void, ResendRefusal | 'not-found'>> {
  const caseId = await findCaseByPage(pageSecret)
  const about =
    caseId &&
    (await db.resetCase.findUnique({
      where: { id: caseId },
      select: { employeeId: true, state: true, kind: true },
    }))
  // The page of a closed case says nothing about the account any more.
  const canSetUp =
    about && (about.kind === 'lost_phone' ? about.state === 'ready' : about.state === 'waiting')
  if (about && !canSetUp) return refuse('nothing-to-set-up')
  return about ? resend(about.employeeId) : refuse('not-found')
}

async function resend(employeeId: string): Promise<Result<void, ResendRefusal>> {
  const [person] = await db.$queryRaw<Array<{ canSetUp: boolean }>>`
    select factor_reset_at is not null or exists (select from reset_case c
      where c.employee_id = e.id and c.kind = 'number_change' and c.state = 'waiting') as "canSetUp"
    from employee e where id = ${employeeId}::uuid and active`
  if (!person?.canSetUp) return refuse('nothing-to-set-up')
  if (!(await takeOne(perMinute, employeeId))) return refuse('too-soon')
  if (!(await takeOne(perDay, employeeId))) return refuse('too-many')
  await enqueue(db, 'set-up-mail', { employeeId })
  return ok()
}
