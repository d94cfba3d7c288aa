import { z } from 'zod'
import type { MethodPolicy } from '@/lib/access/methods'
import type { Actor, Role } from '@/lib/access/policy'
import { codesWhere } from '@/lib/access/readiness-facts'
import { readClock } from '@/lib/clock'
import { matching } from '@/lib/contact/search'
import { db } from '@/lib/db'
import { type Cursor, type KeysetPage, pageOf, readStart, unreadablePage } from '@/lib/keyset'
import { Prisma, type Vendor, type VendorState } from '@/prisma/client/client'
import { isNotReady, readinessOf } from './readiness'
import type { ListView } from './schema'

const pageSize = 50
const searchKey = Prisma.sql`search_key`

export type EmployeeRow = {
  id: string
  name: string
  email: string
  role: Role
  active: boolean
  mobileNumber: string | null
  numberProvenAt: Date | null
  factorResetAt: Date | null
  isNumberPending: boolean
  vendor: Vendor
  vendorState: VendorState
  vendorRefusal: string | null
  testedAt: Date | null
  hasPasskey: boolean
  readinessFacts: number
  wrongTokensInRow: number
  areTokensLocked: boolean
  wrongCodesInRow: number
  areCodesLocked: boolean
  lastSignInAt: Date | null
}

export async function listEmployees(actor: Actor, view: ListView): Promise<KeysetPage<EmployeeRow>> {
  const start = readStart(view, (value) => canBeSortedBy(view.sort, value))
  if (!start) return unreadablePage
  const isDescending = view.sort.startsWith('-') !== start.isBackwards
  const found = await db.$queryRaw<EmployeeRow[]>`
    select id, name, email, role::text as role, active, mobile_number as "mobileNumber",
      number_proven_at as "numberProvenAt", factor_reset_at as "factorResetAt", vendor_state::text as "vendorState",
      vendor_refusal as "vendorRefusal", last_sign_in_at as "lastSignInAt", vendor::text as vendor, tested_at as "testedAt",
      wrong_tokens_in_row as "wrongTokensInRow", coalesce(tokens_locked_until > now(), false) as "areTokensLocked",
      wrong_codes_in_row as "wrongCodesInRow", coalesce(codes_locked_until > now(), false) as "areCodesLocked",
      has_passkey as "hasPasskey", readiness_facts as "readinessFacts",
      exists (select from reset_case c where c.employee_id = employee.id and c.kind = 'number_change'
        and c.state = 'waiting') as "isNumberPending"
    from employee
    where firm_id = ${actor.firmId}::uuid and ${await shown(actor, view.show)} and ${matching(searchKey, view.q)} and ${beyond(view.sort, start.cursor, isDescending)}
    order by ${order(view.sort, isDescending)}
    limit ${pageSize + 1}`
  return pageOf(found, pageSize, start, (row) => cursorOf(row, view.sort))
}

const signInTime = z.union([z.literal(''), z.iso.datetime()])

function canBeSortedBy(sort: ListView['sort'], value: string): boolean {
  return columnOf(sort) !== 'last-sign-in' || signInTime.safeParse(value).success
}

function cursorOf({ id, name, email, lastSignInAt }: EmployeeRow, sort: ListView['sort']): Cursor {
  const values = { name, email, 'last-sign-in': lastSignInAt?.toISOString() ?? '' }
  return { value: values[columnOf(sort)], id }
}

async function shown(actor: Actor, show: ListView['show']): Promise<Prisma.Sql> {
  if (show === 'active') return Prisma.sql`active`
  return show === 'disabled' ? Prisma.sql`not active` : where(show, await findPolicy(actor))
}

function where(show: Filter, policy: MethodPolicy): Prisma.Sql {
  if (show === 'disabled') return Prisma.sql`not active`
  return Prisma.sql`active and readiness_facts = any(${codesOf(show, policy)})`
}

type Filter = Exclude<ListView['show'], 'active'>

type ReadinessFilter = Exclude<Filter, 'disabled'>

function codesOf(show: ReadinessFilter, policy: MethodPolicy): number[] {
  return codesWhere((facts) => {
    const readiness = readinessOf(facts, policy)
    return show === 'not-ready' ? isNotReady(readiness) : readiness === show
  })
}

const policyFields = {
  allowsPush: true,
  allowsText: true,
  allowsApp: true,
  minimumTech: true,
  minimumAdmin: true,
} as const

function findPolicy({ firmId }: Actor): Promise<MethodPolicy> {
  return db.firm.findUniqueOrThrow({ where: { id: firmId }, select: policyFields })
}

/** More are not counted, so that the page costs the same in every firm. */
export const countedAtMost = 1000

export async function countByFilter(actor: Actor, policy: MethodPolicy): Promise<Record<Filter, number>> {
  const upTo = (show: Filter) => Prisma.sql`
    (select count(*)::int from (select from employee where firm_id = ${actor.firmId}::uuid
      and ${where(show, policy)} limit ${countedAtMost}) counted)`
  const [counts] = await db.$queryRaw<[Record<Filter, number>]>`
    select ${upTo('not-ready')} as "not-ready", ${upTo('not-confirmed')} as "not-confirmed",
      ${upTo('confirmed')} as confirmed, ${upTo('tested')} as tested, ${upTo('strong')} as strong,
      ${upTo('disabled')} as disabled`
  return counts
}

function beyond(sort: ListView['sort'], cursor: Cursor | null, isDescending: boolean): Prisma.Sql {
  if (!cursor) return Prisma.sql`true`
  const column = columns[columnOf(sort)]
  const value =
    columnOf(sort) === 'last-sign-in'
      ? Prisma.sql`${cursor.value || '-infinity'}::timestamptz`
      : Prisma.sql`${cursor.value}`
  return isDescending
    ? Prisma.sql`(${column}, id) < (${value}, ${cursor.id}::uuid)`
    : Prisma.sql`(${column}, id) > (${value}, ${cursor.id}::uuid)`
}

function order(sort: ListView['sort'], isDescending: boolean): Prisma.Sql {
  const column = columns[columnOf(sort)]
  return isDescending ? Prisma.sql`${column} desc, id desc` : Prisma.sql`${column}, id`
}

const columns = {
  name: Prisma.sql`name`,
  email: Prisma.sql`email`,
  'last-sign-in': Prisma.sql`coalesce(last_sign_in_at, '-infinity')`,
}

function columnOf(sort: ListView['sort']) {
  if (sort.endsWith('last-sign-in')) return 'last-sign-in'
  return sort.endsWith('email') ? 'email' : 'name'
}

export type EmployeeDetails = NonNullable<Awaited<ReturnType<typeof getEmployee>>>

export async function getEmployee(actor: Actor, employeeId: string) {
  const [found, now] = await Promise.all([findDetails(actor, employeeId), readClock(db)])
  if (!found) return null
  const { tokensLockedUntil, codesLockedUntil, ...employee } = found
  return {
    ...employee,
    isNumberPending: employee.cases.length > 0,
    areTokensLocked: tokensLockedUntil !== null && tokensLockedUntil > now,
    areCodesLocked: codesLockedUntil !== null && codesLockedUntil > now,
  }
}

function findDetails(actor: Actor, employeeId: string) {
  return db.employee.findFirst({
    where: { id: employeeId, firmId: actor.firmId },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      active: true,
      version: true,
      mobileNumber: true,
      numberProvenAt: true,
      testedAt: true,
      factorResetAt: true,
      watchedUntil: true,
      lastSignInAt: true,
      enrolledAt: true,
      pendingEmail: true,
      wrongTokensInRow: true,
      tokensLockedUntil: true,
      wrongCodesInRow: true,
      codesLockedUntil: true,
      vendor: true,
      vendorState: true,
      vendorRefusal: true,
      mustUseSecondFactor: true,
      cases: {
        where: { kind: 'number_change', state: 'waiting' },
        select: { requestedNumber: true, waitsUntil: true },
      },
      credential: { select: { employeeId: true } },
      hasPasskey: true,
      readinessFacts: true,
      firm: { select: policyFields },
    },
  })
}

export async function findColleagueByEmail(actor: Actor, email: string) {
  return db.employee.findFirst({
    where: { email, firmId: actor.firmId },
    select: { id: true, name: true, active: true },
  })
}

export async function listWithoutNumber(actor: Actor): Promise<{ id: string; name: string }[]> {
  return db.employee.findMany({
    where: { firmId: actor.firmId, active: true, mobileNumber: null },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 50,
  })
}
