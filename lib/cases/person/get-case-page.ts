import { readDeclineReason } from '@/lib/cases/decline-reasons'
import { findCaseByPage } from '@/lib/cases/find-case'
import { isToDecide } from '@/lib/cases/rules'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { CaseKind, CaseState, LossReason } from '@/prisma/client/client'

export type CasePage = {
  number: number
  kind: CaseKind
  state: CaseState
  reason: LossReason | null
  newNumber: string | null
  bestTime: string
  words: string
  reached: CaseState[]
  openedAt: Date
  now: Date
  answerDue: { at: Date; secondsLeft: number; isNotified: boolean } | null
  isPaused: boolean
  wait: { until: Date; secondsLeft: number } | null
  closedAt: Date | null
  question: string | null
  declined: string | null
  vouchAddress: string
}

type Row = Pick<
  CasePage,
  'number' | 'kind' | 'state' | 'reason' | 'bestTime' | 'words' | 'reached' | 'openedAt' | 'now' | 'closedAt'
> & {
  id: string
  requestedNumber: string | null
  dueAt: Date | null
  secondsToDue: number | null
  alarmedAt: Date | null
  pausedAt: Date | null
  waitsUntil: Date | null
  secondsToWait: number | null
  question: string | null
  declineNote: string | null
}

export async function getCasePage(pageSecret: string): Promise<CasePage | null> {
  const caseId = await findCaseByPage(pageSecret)
  if (!caseId) return null
  const [row] = await db.$queryRaw<Row[]>`
    select c.id, c.number, c.kind::text as kind, c.state::text as state, c.reason::text as reason,
      c.requested_number as "requestedNumber", c.best_time as "bestTime", c.words, c.opened_at as "openedAt",
      now() as now, c.closed_at as "closedAt", c.due_at as "dueAt", c.alarmed_at as "alarmedAt", c.paused_at as "pausedAt",
      ceil(extract(epoch from c.due_at - coalesce(c.paused_at, now())))::int as "secondsToDue",
      c.waits_until as "waitsUntil", ceil(extract(epoch from c.waits_until - now()))::int as "secondsToWait",
      (select array_agg(distinct to_state::text) from case_event where case_id = c.id) as reached,
      case when c.state = 'asked' then (select note from case_event
        where case_id = c.id and act = 'asked' order by id desc limit 1) end as question,
      (select note from case_event where case_id = c.id and act = 'declined' order by id desc limit 1) as "declineNote"
    from reset_case c where c.id = ${caseId}::uuid`
  return row ? pageOf(row) : null
}

function pageOf(row: Row): CasePage {
  const {
    id,
    dueAt,
    secondsToDue,
    alarmedAt,
    pausedAt,
    waitsUntil,
    secondsToWait,
    requestedNumber,
    declineNote,
    ...plain
  } = row
  const isDue = isToDecide(row.state) && dueAt !== null && secondsToDue !== null
  const isWaiting = row.state === 'waiting' && waitsUntil !== null && secondsToWait !== null
  return {
    ...plain,
    newNumber: requestedNumber && maskMobileNumber(requestedNumber),
    answerDue: isDue ? { at: dueAt, secondsLeft: secondsToDue, isNotified: alarmedAt !== null } : null,
    isPaused: pausedAt !== null,
    wait: isWaiting ? { until: waitsUntil, secondsLeft: secondsToWait } : null,
    declined: declineNote === null ? null : (readDeclineReason(declineNote)?.mail ?? null),
    vouchAddress: `${env.PORTAL_URL}/vouch/${id}`,
  }
}
