import { db, type Tx } from '@/lib/db'
import { canMigrateToVerify } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import { Prisma } from '@/prisma/client/client'
import type { Role, Vendor } from '@/prisma/client/enums'
import { type CaseActor, type MigrationPhase, phaseOf, type RemainReason, remainReason } from './rules'

export type MovingPerson = CaseActor & {
  id: string
  name: string
  email: string
  active: boolean
  vendorUserId: string | null
  hasUsedAnother: boolean
}

type Row = Omit<MovingPerson, 'policy' | 'canMigrate'> &
  MovingPerson['policy'] & { role: Role; vendor: Vendor }

/** Counts a text only when a sign-in followed; the Authy app's tokens do not count. */
const usedAnother = Prisma.sql`
  exists (select from totp_app a where a.employee_id = e.id and a.last_used_at >= f.migration_started_at)
  or exists (select from passkey p where p.employee_id = e.id and p.last_used_at >= f.migration_started_at)
  or exists (select from recovery_code c where c.employee_id = e.id and c.used_at >= f.migration_started_at)
  or exists (select from sent_token s join audit_event v on v.firm_id = e.firm_id and v.actor_id = e.id
      and v.action = 'sign-in.finished' and v.details->>'secondFactor' = 'text'
      and v.at between s.created_at and s.created_at + interval '20 minutes'
    where s.employee_id = e.id and s.vendor = 'verify' and s.status in ('sent', 'unclear')
      and s.created_at >= f.migration_started_at)`

export async function listMigrating(tx: Tx, firmId: string, ids: string[]): Promise<MovingPerson[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select e.id, e.name, e.email, e.active, e.role::text as role, e.vendor::text as vendor,
      e.vendor_user_id as "vendorUserId", e.mobile_number as "mobileNumber", e.factor_reset_at is not null as "isReset",
      coalesce((select s.failure = 'verify:invalid' from sent_token s
        where s.employee_id = e.id and (s.vendor = 'verify' or s.failure like 'verify:%')
          and s.created_at >= coalesce(e.number_changed_at, '-infinity')
        order by s.created_at desc limit 1), false) as "areTextsRefused",
      (select count(*)::int from totp_app a where a.employee_id = e.id and a.confirmed_at is not null) as "totpApps",
      (select count(*)::int from passkey p where p.employee_id = e.id and p.cloned_at is null) as passkeys,
      (select count(*)::int from recovery_code c where c.employee_id = e.id and c.used_at is null) as "recoveryCodesLeft",
      f.migration_started_at is not null and (${usedAnother}) as "hasUsedAnother",
      f.allows_push as "allowsPush", f.allows_text as "allowsText", f.allows_app as "allowsApp",
      f.minimum_tech::text as "minimumTech", f.minimum_admin::text as "minimumAdmin"
    from employee e join firm f on f.id = e.firm_id
    where e.firm_id = ${firmId}::uuid and e.id = any(${ids}::uuid[]) order by e.id`
  return rows.map(({ allowsPush, allowsText, allowsApp, minimumTech, minimumAdmin, ...person }) => ({
    ...person,
    canMigrate: canMigrateToVerify(person.mobileNumber),
    policy: { allowsPush, allowsText, allowsApp, minimumTech, minimumAdmin },
  }))
}

const pageSize = 500

export async function* listAllMigrating(firmId: string): AsyncGenerator<MovingPerson[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const ids = await db.employee.findMany({
      where: { firmId, active: true, id: { gt: after } },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: pageSize,
    })
    if (ids.length > 0)
      yield listMigrating(
        db,
        firmId,
        ids.map(({ id }) => id),
      )
    const last = ids.at(-1)
    if (!last || ids.length < pageSize) return
    after = last.id
  }
}

type Remaining = { id: string; name: string; email: string; why: RemainReason }

export type MigrationProgress = {
  firmId: string
  firmName: string
  phase: MigrationPhase
  startedAt: Date | null
  finishedAt: Date | null
  active: number
  moved: number
  hasUsedAnother: number
  hasOwnMethod: number
  atAuthy: number
  remainingCount: number
  remaining: Remaining[]
}

const namedAtMost = 100

export async function getMigrationProgress(firmId: string): Promise<MigrationProgress | null> {
  const firm = await db.firm.findUnique({
    where: { id: firmId },
    select: { id: true, name: true, migrationStartedAt: true, migrationFinishedAt: true },
  })
  if (!firm) return null
  const counts = { active: 0, moved: 0, hasUsedAnother: 0, hasOwnMethod: 0, atAuthy: 0, remainingCount: 0 }
  const remaining: Remaining[] = []
  for await (const people of listAllMigrating(firmId)) {
    for (const person of people) {
      const why = person.vendorUserId ? remainReason(person) : null
      counts.active += 1
      counts.moved += person.vendor === 'verify' ? 1 : 0
      counts.hasUsedAnother += person.hasUsedAnother ? 1 : 0
      counts.hasOwnMethod += person.totpApps + person.passkeys > 0 ? 1 : 0
      counts.atAuthy += person.vendorUserId ? 1 : 0
      counts.remainingCount += why ? 1 : 0
      const { id, name, email } = person
      if (why && remaining.length < namedAtMost) remaining.push({ id, name, email, why })
    }
  }
  const { migrationStartedAt: startedAt, migrationFinishedAt: finishedAt } = firm
  return { firmId, firmName: firm.name, phase: phaseOf(firm), startedAt, finishedAt, ...counts, remaining }
}

type FirmAtVendor = {
  id: string
  name: string
  phase: MigrationPhase
  active: number
  moved: number
  atAuthy: number
}

const firmsAtOnce = 50

export async function listFirmsAtVendors(
  after: string | null,
): Promise<{ firms: FirmAtVendor[]; next: string | null; isUnreadable?: true }> {
  if (after === 'unreadable') return { firms: [], next: null, isUnreadable: true }
  const rows = await db.$queryRaw<
    Array<Omit<FirmAtVendor, 'phase'> & { migrationStartedAt: Date | null; migrationFinishedAt: Date | null }>
  >`
    select f.id, f.name, f.migration_started_at as "migrationStartedAt", f.migration_finished_at as "migrationFinishedAt",
      f.active_employees as active, count(e.id) filter (where e.vendor = 'verify')::int as moved,
      count(e.vendor_user_id)::int as "atAuthy"
    from (select * from firm where ${after}::uuid is null
        or (name, id) > (select name, id from firm where id = ${after}::uuid) order by name, id limit ${firmsAtOnce + 1}) f
      left join employee e on e.firm_id = f.id and e.active
    group by f.id, f.name, f.migration_started_at, f.migration_finished_at, f.active_employees order by f.name, f.id`
  const firms = rows.slice(0, firmsAtOnce).map(({ migrationStartedAt, migrationFinishedAt, ...firm }) => ({
    ...firm,
    phase: phaseOf({ migrationStartedAt, migrationFinishedAt }),
  }))
  return { firms, next: rows.length > firmsAtOnce ? (firms.at(-1)?.id ?? null) : null }
}
