import { openInSql, undecidedInSql } from '@/lib/cases/states-sql'
import { db } from '@/lib/db'
import type { CaseState, LossReason } from '@/prisma/client/client'
import type { Period } from './period'

type Ending = Extract<CaseState, 'done' | 'found' | 'withdrawn' | 'declined' | 'stopped'>

export type CaseNumbers = Record<LossReason | Ending, number> & {
  opened: number
  open: number
  late: number
  answered: number
  medianMinutes: number | null
  worstMinutes: number | null
}

export async function getCaseNumbers(days: Period): Promise<CaseNumbers> {
  const [numbers] = await db.$queryRaw<[CaseNumbers]>`
    select count(*)::int as opened,
      count(*) filter (where reason = 'lost')::int as lost,
      count(*) filter (where reason = 'stolen')::int as stolen,
      count(*) filter (where reason = 'broken')::int as broken,
      count(*) filter (where reason = 'new_number')::int as new_number,
      count(*) filter (where state in (${openInSql}))::int as open,
      count(*) filter (where state in (${undecidedInSql})
        and due_at <= coalesce(paused_at, now()))::int as late,
      count(*) filter (where state = 'done')::int as done,
      count(*) filter (where state = 'found')::int as found,
      count(*) filter (where state = 'withdrawn')::int as withdrawn,
      count(*) filter (where state = 'declined')::int as declined,
      count(*) filter (where state = 'stopped')::int as stopped,
      count(decided_at)::int as answered,
      percentile_cont(0.5) within group (order by extract(epoch from decided_at - opened_at)::float8 / 60) as "medianMinutes",
      max(extract(epoch from decided_at - opened_at)::float8 / 60) as "worstMinutes"
    from reset_case
    where kind = 'lost_phone' and opened_at >= date_trunc('day', now(), 'UTC') - make_interval(hours => ${hoursBack(days)})`
  return numbers
}

export type DayOpened = { day: string; opened: number }

/** `day` is YYYY-MM-DD in UTC; days without a request are included. */
export async function listOpenedPerDay(days: Period): Promise<DayOpened[]> {
  return db.$queryRaw<DayOpened[]>`
    with span as (
      select date_trunc('day', now(), 'UTC') - make_interval(hours => ${hoursBack(days)}) as since
    ), counted as (
      select date_trunc('day', opened_at, 'UTC') as day, count(*)::int as opened from reset_case
      where kind = 'lost_phone' and opened_at >= (select since from span) group by 1
    )
    select to_char(day at time zone 'UTC', 'YYYY-MM-DD') as day, coalesce(opened, 0) as opened
    from generate_series((select since from span), now(), interval '24 hours') as day left join counted using (day)
    order by day`
}

export function shareWithoutReset(numbers: CaseNumbers): number | null {
  const closed = numbers.opened - numbers.open
  return closed === 0 ? null : numbers.found / closed
}

export function hoursBack(days: Period): number {
  return (days - 1) * 24
}
