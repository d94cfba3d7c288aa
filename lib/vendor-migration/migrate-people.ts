import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Jobs } from '@/lib/jobs/queues'
import { lockFirm } from '@/lib/lock-firm'
import { notify } from '@/lib/notifications/notify'
import { canMigrateToVerify } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import { listMigrating } from './queries'
import { phaseOf, remainReason } from './rules'

type MigrationStep = 'start' | 'finish' | 'back'
type Batch = { firmId: string; after: string | null }

const peopleAtOnce = 50
/** Stays below the minute after which the queue considers a job lost. */
const jobMs = 20_000

/** Migrates a few people per batch, so no sign-in waits for it. A repeated job takes only the people left. */
export async function migratePeople({ firmId, step, after }: Jobs['migrate-firm']): Promise<void> {
  const startedAt = performance.now()
  let last = after
  do {
    last = await migrateBatch(step, { firmId, after: last })
    if (last === null) return
  } while (performance.now() - startedAt < jobMs)
  await enqueue(db, 'migrate-firm', { firmId, step, after: last })
}

async function migrateBatch(step: MigrationStep, batch: Batch): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const phase = phaseOf(await lockFirm(tx, batch.firmId))
    const isOver = {
      start: phase === 'not-started',
      finish: phase !== 'finished',
      back: phase !== 'not-started',
    }
    return isOver[step] ? null : steps[step](tx, batch)
  })
}

const steps = { start: migrateSome, finish: freeSome, back: takeSomeBack }

type Person = {
  id: string
  name: string
  active: boolean
  mobileNumber: string | null
  vendorUserId: string | null
  isReset: boolean
}

async function migrateSome(tx: Tx, batch: Batch): Promise<string | null> {
  const people = await lockSome(tx, batch, 'authy')
  const movable = people.filter(({ mobileNumber }) => canMigrateToVerify(mobileNumber))
  await tx.$executeRaw`
    update employee set vendor = 'verify', vendor_refusal = null,
      vendor_state = case when vendor_user_id is null then 'none' else vendor_state end
    where id = any(${idsOf(movable)}::uuid[])`
  const portal = { firmId: batch.firmId, employeeId: null, name: 'Portal' }
  for (const { id, name, active } of movable) {
    await record(tx, portal, 'employee.migrated', { id, name })
    if (active) await notify(tx, { kind: 'vendor-migrations', employeeId: id })
  }
  return lastOf(people)
}

/** Decides under the locks of firm and people, so no method or policy changes in between. */
async function freeSome(tx: Tx, { firmId, after }: Batch): Promise<string | null> {
  const ids = await tx.$queryRaw<Array<{ id: string }>>`
    select id from employee where firm_id = ${firmId}::uuid and vendor_user_id is not null
      and id > ${after ?? nobody}::uuid order by id limit ${peopleAtOnce} for no key update`
  const people = await listMigrating(tx, firmId, idsOf(ids))
  for (const person of people) {
    if (remainReason(person) !== null || !person.vendorUserId) continue
    await tx.employee.update({
      where: { id: person.id },
      data: { vendorUserId: null, vendorState: 'none', vendorRefusal: null },
    })
    await enqueue(tx, 'remove-at-vendor', { vendorUserId: person.vendorUserId })
  }
  return lastOf(ids)
}

async function takeSomeBack(tx: Tx, batch: Batch): Promise<string | null> {
  const people = await lockSome(tx, batch, 'verify')
  const unknown = people.filter((person) => person.mobileNumber && !person.vendorUserId && !person.isReset)
  await tx.employee.updateMany({ where: { id: { in: idsOf(people) } }, data: { vendor: 'authy' } })
  await tx.employee.updateMany({ where: { id: { in: idsOf(unknown) } }, data: { vendorState: 'waiting' } })
  for (const { id } of unknown) await enqueue(tx, 'register-at-vendor', { employeeId: id })
  return lastOf(people)
}

const nobody = '00000000-0000-0000-0000-000000000000'

function lockSome(tx: Tx, { firmId, after }: Batch, vendor: 'authy' | 'verify'): Promise<Person[]> {
  return tx.$queryRaw<Person[]>`
    select id, name, active, mobile_number as "mobileNumber", vendor_user_id as "vendorUserId",
      factor_reset_at is not null as "isReset"
    from employee where firm_id = ${firmId}::uuid and vendor = ${vendor}::vendor and id > ${after ?? nobody}::uuid
    order by id limit ${peopleAtOnce} for no key update`
}

function idsOf(people: Array<{ id: string }>): string[] {
  return people.map(({ id }) => id)
}

function lastOf(people: Array<{ id: string }>): string | null {
  return people.length === peopleAtOnce ? (people.at(-1)?.id ?? null) : null
}
