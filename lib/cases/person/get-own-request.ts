import { isBlockedByMail } from '@/lib/cases/mail-block'
import { openInSql } from '@/lib/cases/states-sql'
import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { CaseState } from '@/prisma/client/client'

export type OwnRequest = {
  draft: { triesLeft: number; askedAt: Date } | null
  open: { caseId: string; number: number; state: CaseState } | null
  hasPendingNumber: boolean
  /** The password was reset by mail in the last 7 days: an admin of the firm must confirm the request. */
  isMailReset: boolean
  /** A mailed enrollment link opens nothing: the password came through the same mailbox. */
  isLinkBlocked: boolean
  /** True when nothing is open, or when a blocked link makes the approved case useless. */
  mayAsk: boolean
}

type Row = {
  triesLeft: number | null
  askedAt: Date | null
  caseId: string | null
  number: number | null
  state: CaseState | null
  hasPendingNumber: boolean
  isMailReset: boolean
  isReset: boolean
  isBlocked: boolean
}

export async function getOwnRequest(pending: PendingSignIn): Promise<OwnRequest> {
  const [row] = await db.$queryRaw<Row[]>`
    select d.tries_left as "triesLeft", d.created_at as "askedAt", c.id as "caseId", c.number, c.state::text as state,
      exists (select from reset_case h where h.employee_id = e.id and h.kind = 'number_change' and h.state = 'waiting')
        as "hasPendingNumber",
      coalesce((select k.reset_by_mail_at > now() - interval '7 days' from credential k where k.employee_id = e.id), false)
        as "isMailReset", e.factor_reset_at is not null as "isReset", ${isBlockedByMail} as "isBlocked"
    from employee e left join case_draft d on d.employee_id = e.id and d.expires_at > now()
      left join reset_case c on c.employee_id = e.id and c.kind = 'lost_phone'
        and c.state in (${openInSql})
    where e.id = ${pending.employeeId}::uuid`
  if (!row) return nothing
  const { triesLeft, askedAt, caseId, number, state, isReset, isBlocked, ...rest } = row
  return {
    ...rest,
    isLinkBlocked: isBlocked && (isReset || rest.hasPendingNumber),
    mayAsk:
      pending.purpose === 'sign_in' &&
      (isReset ? isBlocked && (state === null || state === 'ready') : state === null),
    draft: triesLeft === null || !askedAt ? null : { triesLeft, askedAt },
    open: caseId && number !== null && state ? { caseId, number, state } : null,
  }
}

const nothing: OwnRequest = {
  draft: null,
  open: null,
  hasPendingNumber: false,
  isMailReset: false,
  isLinkBlocked: false,
  mayAsk: false,
}
