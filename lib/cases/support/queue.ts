import { z } from 'zod'
import type { Actor } from '@/lib/access/policy'
import { undecidedInSql } from '@/lib/cases/states-sql'
import { matching } from '@/lib/contact/search'
import { db } from '@/lib/db'
import { type Cursor, type KeysetPage, pageOf, readStart, unreadablePage } from '@/lib/keyset'
import { type CaseState, type LossReason, Prisma } from '@/prisma/client/client'
import { isTooShort, type QueueView, type QueueViewName, readCaseNumber } from './queue-schema'

const pageSize = 50
/** A search looks at this many people and firms at most; `isCut` tells the page that more match. */
const mostPeople = 50
const mostFirms = 20

export type QueueRow = {
  id: string
  number: number
  state: CaseState
  reason: LossReason
  risks: string[]
  firm: string
  person: string
  dueAt: Date
  breachAt: Date
  pausedAt: Date | null
  stateAt: Date
  ownerId: string | null
  ownerName: string | null
  lockLapsed: boolean
  isFirstApprover: boolean
  sortedBy: Date
}

export type QueuePage = KeysetPage<QueueRow> & { isCut: boolean }

/** Keyset paging on each view's index costs the same at any size. A supporter's own cases are left out. */
export async function listCases(actor: Actor, view: QueueView): Promise<QueuePage> {
  if (isTooShort(view.q)) return { rows: [], previous: null, next: null, isCut: false }
  const start = readStart(view, (value) => z.iso.datetime().safeParse(value).success)
  if (!start) return { ...unreadablePage, isCut: false }
  const { column, isNewestFirst } = sorting[view.view]
  const isDescending = isNewestFirst !== start.isBackwards
  const order = isDescending ? Prisma.sql`${column} desc, c.id desc` : Prisma.sql`${column}, c.id`
  const wanted = Prisma.sql`${standing(actor, view.view)} and c.employee_id <> ${actor.employeeId}::uuid
    and ${carrying(view.risk)} and ${beyond(column, start.cursor, isDescending)}`

  const searched = view.q ? await findSearched(view.q) : null
  const found = await db.$queryRaw<QueueRow[]>`
    with page as (${pageOfIds(searched, wanted, order)})
    select c.id, c.number, c.state::text as state, c.reason::text as reason, c.risks, f.name as firm, e.name as person,
      c.due_at as "dueAt", c.breach_at as "breachAt", c.paused_at as "pausedAt", c.state_at as "stateAt",
      c.owner_id as "ownerId", c.owner_name as "ownerName",
      coalesce(c.owned_at < now() - interval '8 hours', true) as "lockLapsed",
      c.first_approved_by is not distinct from ${actor.employeeId}::uuid as "isFirstApprover", ${column} as "sortedBy"
    from page join reset_case c on c.id = page.id join employee e on e.id = c.employee_id join firm f on f.id = c.firm_id
    order by ${order}`
  const cursorOf = ({ sortedBy, id }: QueueRow) => ({ value: sortedBy.toISOString(), id })
  return { ...pageOf(found, pageSize, start, cursorOf), isCut: searched?.isCut ?? false }
}

/** A search asks each found person and firm for its first cases, instead of walking the view's index. */
function pageOfIds(searched: Searched | null, wanted: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  const first = Prisma.sql`order by ${order} limit ${pageSize + 1}`
  if (!searched) return Prisma.sql`select c.id from reset_case c where ${wanted} ${first}`

  const { people, firms, number } = searched
  return Prisma.sql`
    select c.id from (
      select c.* from unnest(${people}::uuid[]) as person (id)
        cross join lateral (select * from reset_case c where c.employee_id = person.id and ${wanted} ${first}) c
      union
      select c.* from unnest(${firms}::uuid[]) as firm (id)
        cross join lateral (select * from reset_case c where c.firm_id = firm.id and ${wanted} ${first}) c
      union
      select c.* from reset_case c where c.number = ${number}::int and ${wanted}
    ) c ${first}`
}

type Searched = { people: string[]; firms: string[]; number: number | null; isCut: boolean }

async function findSearched(search: string): Promise<Searched> {
  const [people, firms] = await Promise.all([
    db.$queryRaw<Array<{ id: string }>>`
      select id from employee where ${matching(Prisma.sql`search_key`, search)} limit ${mostPeople + 1}`,
    db.$queryRaw<Array<{ id: string }>>`
      select id from firm where ${matching(Prisma.sql`search_key(name)`, search)} limit ${mostFirms + 1}`,
  ])
  return {
    people: people.slice(0, mostPeople).map(({ id }) => id),
    firms: firms.slice(0, mostFirms).map(({ id }) => id),
    number: readCaseNumber(search),
    isCut: people.length > mostPeople || firms.length > mostFirms,
  }
}

/** PostgreSQL finds each partial index only if the condition matches the migration's word for word. */
const lost = Prisma.sql`c.kind = 'lost_phone'`
const undecided = Prisma.sql`${lost} and c.state in (${undecidedInSql})`
const running = Prisma.sql`${lost} and c.state in ('received', 'checking', 'seconding')`
const unassigned = Prisma.sql`${lost} and c.state in ('received', 'seconding') and c.owner_id is null`

function standing(actor: Actor, view: QueueViewName): Prisma.Sql {
  const me = Prisma.sql`${actor.employeeId}::uuid`
  const conditions: Record<QueueViewName, Prisma.Sql> = {
    'to-decide': undecided,
    overdue: Prisma.sql`${running} and c.due_at <= now()`,
    unassigned: Prisma.sql`${unassigned} and c.first_approved_by is distinct from ${me}`,
    mine: Prisma.sql`${undecided} and c.owner_id = ${me}`,
    second: Prisma.sql`${lost} and c.state = 'seconding' and c.first_approved_by is distinct from ${me}`,
    asked: Prisma.sql`${lost} and c.state = 'asked'`,
    waiting: Prisma.sql`${lost} and c.state = 'waiting'`,
    ready: Prisma.sql`${lost} and c.state = 'ready'`,
    closed: Prisma.sql`${lost} and c.closed_at is not null`,
  }
  return conditions[view]
}

const byDue = { column: Prisma.sql`c.due_at`, isNewestFirst: false }

const sorting: Record<QueueViewName, { column: Prisma.Sql; isNewestFirst: boolean }> = {
  'to-decide': byDue,
  overdue: byDue,
  unassigned: byDue,
  mine: byDue,
  second: byDue,
  asked: byDue,
  waiting: { column: Prisma.sql`c.waits_until`, isNewestFirst: false },
  ready: { column: Prisma.sql`c.completed_at`, isNewestFirst: false },
  closed: { column: Prisma.sql`c.closed_at`, isNewestFirst: true },
}

function carrying(risk: QueueView['risk']): Prisma.Sql {
  return risk ? Prisma.sql`c.risks @> array[${risk}]::text[]` : Prisma.sql`true`
}

function beyond(column: Prisma.Sql, cursor: Cursor | null, isDescending: boolean): Prisma.Sql {
  if (!cursor) return Prisma.sql`true`
  const place = Prisma.sql`(${cursor.value}::timestamptz, ${cursor.id}::uuid)`
  return isDescending ? Prisma.sql`(${column}, c.id) < ${place}` : Prisma.sql`(${column}, c.id) > ${place}`
}

export async function findNextCase(actor: Actor): Promise<string | null> {
  const [next] = await db.$queryRaw<Array<{ id: string }>>`
    select c.id from reset_case c
    where ${standing(actor, 'unassigned')} and c.employee_id <> ${actor.employeeId}::uuid
    order by c.due_at, c.id limit 1`
  return next?.id ?? null
}

export type QueueCounts = { toDecide: number; mine: number; overdue: number }

/** The count stops just beyond 100: a full count would slow down as cases grow. */
export const mostCounted = 100

export async function countCases(actor: Actor): Promise<QueueCounts> {
  const upTo = (view: QueueViewName) => Prisma.sql`
    (select count(*)::int from (select from reset_case c
      where ${standing(actor, view)} and c.employee_id <> ${actor.employeeId}::uuid limit ${mostCounted + 1}) as counted)`
  const [counts] = await db.$queryRaw<QueueCounts[]>`
    select ${upTo('to-decide')} as "toDecide", ${upTo('mine')} as mine, ${upTo('overdue')} as overdue`
  return counts ?? { toDecide: 0, mine: 0, overdue: 0 }
}

/** Minutes, over the answers of the last 30 days; null without any. */
export async function medianAnswer(): Promise<number | null> {
  const [answer] = await db.$queryRaw<Array<{ minutes: number | null }>>`
    select (extract(epoch from percentile_cont(0.5) within group (order by decided_at - opened_at)) / 60)::float as minutes
    from reset_case where decided_at > now() - interval '30 days'`
  return answer?.minutes ?? null
}
