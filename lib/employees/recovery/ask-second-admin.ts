import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import type { RecoveredPerson } from '@/lib/employees/lock-colleague'
import { isLockedOut } from '@/lib/employees/readiness'
import type { AskSecondAdminForm } from '@/lib/employees/schema'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { idleMinutes } from '@/lib/session/sessions'
import { lockForRecovery, type RecoveryRefusal } from './lock-helped'
import { needsAnotherAdmin } from './rules'

/** Beyond these nobody is told one by one. */
const maxAdmins = 20

export type AskSecondAdminRefusal =
  | RecoveryRefusal
  | 'no-admin'
  | 'not-locked'
  | 'already-asked'
  | 'nobody-to-confirm'

/**
 * Help for an admin, who holds the keys of the firm: nothing happens until that admin or another one confirms it, within a
 * day and never the one who asks. Both are told.
 */
export async function askSecondAdmin(
  actor: Actor,
  { employeeId, kind, reason }: AskSecondAdminForm,
): Promise<Result<{ name: string }, AskSecondAdminRefusal>> {
  return db.$transaction(async (tx) => {
    const person = await lockForRecovery(tx, actor, employeeId, kind)
    if (!person.ok) return person
    if (!needsAnotherAdmin(person.value)) return refuse('no-admin')
    if (kind === 'unlock' && !isLockedOut(person.value)) return refuse('not-locked')
    if (await isOpen(tx, employeeId, kind)) return refuse('already-asked')
    const others = await listOtherAdmins(tx, actor, employeeId)
    if (others.length === 0 && !(await isSignedIn(tx, employeeId))) return refuse('nobody-to-confirm')

    const { name } = person.value
    await tx.$executeRaw`
      insert into recovery_request (id, firm_id, employee_id, employee_name, kind, reason, asked_by, asked_by_name, expires_at)
      values (${randomUUID()}::uuid, ${actor.firmId}::uuid, ${employeeId}::uuid, ${name}, ${kind}::recovery_kind, ${reason},
        ${actor.employeeId}::uuid, ${actor.name}, now() + interval '24 hours')`
    await record(tx, actor, 'recovery.asked', { id: employeeId, name }, { help: kind, reason })
    await notifyThem(tx, actor, person.value, others, reason)
    return ok({ name })
  })
}

async function isOpen(tx: Tx, employeeId: string, kind: AskSecondAdminForm['kind']): Promise<boolean> {
  const open = await tx.$queryRaw<unknown[]>`
    select from recovery_request where employee_id = ${employeeId}::uuid and kind = ${kind}::recovery_kind and expires_at > now()
      and refused_at is null and used_at is null and (confirmed_at is null or kind = 'one_time_pass')`
  return open.length > 0
}

async function listOtherAdmins(tx: Tx, actor: Actor, employeeId: string): Promise<{ id: string }[]> {
  return tx.employee.findMany({
    where: {
      firmId: actor.firmId,
      active: true,
      role: 'admin',
      id: { notIn: [actor.employeeId, employeeId] },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: maxAdmins,
  })
}

async function isSignedIn(tx: Tx, employeeId: string): Promise<boolean> {
  const live = await tx.$queryRaw<unknown[]>`
    select from session where employee_id = ${employeeId}::uuid and expires_at > now()
      and last_seen_at > now() - make_interval(mins => ${idleMinutes}) limit 1`
  return live.length > 0
}

async function notifyThem(
  tx: Tx,
  actor: Actor,
  person: RecoveredPerson,
  others: { id: string }[],
  reason: string,
) {
  const at = new Date().toISOString()
  for (const { id: employeeId } of [person, ...others]) {
    const about = person.name
    await notify(tx, { kind: 'recovery-asked', employeeId, at, by: actor.name, reason, about })
  }
}
