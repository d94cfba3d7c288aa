import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { after } from '@/lib/clock'
import { db, type Tx } from '@/lib/db'
import type { RecoveredPerson } from '@/lib/employees/lock-colleague'
import { isLockedOut } from '@/lib/employees/readiness'
import type { AskSecondAdminForm } from '@/lib/employees/schema'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { countLiveSessions } from '@/lib/session/sessions'
import { lockForRecovery, type RecoveryRefusal } from './lock-helped'
import { needsAnotherAdmin } from './rules'

const maxAdmins = 20

export type AskSecondAdminRefusal =
  | RecoveryRefusal
  | 'no-admin'
  | 'not-locked'
  | 'already-asked'
  | 'nobody-to-confirm'

/** An admin has the firm's keys: help waits a day at most until another admin, or the helped one, confirms. */
export async function askSecondAdmin(
  actor: Actor,
  { employeeId, kind, reason }: AskSecondAdminForm,
): Promise<Result<{ name: string }, AskSecondAdminRefusal>> {
  return db.$transaction(async (tx) => {
    const person = await lockForRecovery(tx, actor, employeeId, kind)
    if (!person.ok) return person
    if (!needsAnotherAdmin(person.value)) return refuse('no-admin')
    if (kind === 'unlock' && !isLockedOut(person.value)) return refuse('not-locked')
    if (await isOpen(tx, person.value, kind)) return refuse('already-asked')
    const others = await listOtherAdmins(tx, actor, employeeId)
    const isAlone = others.length === 0
    if (isAlone && (await countLiveSessions(tx, person.value)) === 0) return refuse('nobody-to-confirm')

    const { name, now } = person.value
    await tx.recoveryRequest.create({
      data: {
        firmId: actor.firmId,
        employeeId,
        employeeName: name,
        kind,
        reason,
        askedBy: actor.employeeId,
        askedByName: actor.name,
        expiresAt: after(now, { hours: 24 }),
      },
    })
    await record(tx, actor, 'recovery.asked', { id: employeeId, name }, { help: kind, reason })
    await notifyThem(tx, actor, person.value, others, reason)
    return ok({ name })
  })
}

async function isOpen(
  tx: Tx,
  { id: employeeId, now }: RecoveredPerson,
  kind: AskSecondAdminForm['kind'],
): Promise<boolean> {
  const confirmedAt = kind === 'one_time_pass' ? undefined : null
  const where = { employeeId, kind, confirmedAt, refusedAt: null, usedAt: null, expiresAt: { gt: now } }
  return (await tx.recoveryRequest.count({ where })) > 0
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

async function notifyThem(
  tx: Tx,
  actor: Actor,
  person: RecoveredPerson,
  others: { id: string }[],
  reason: string,
) {
  for (const { id: employeeId } of [person, ...others]) {
    const about = person.name
    await notify(tx, { kind: 'recovery-asked', employeeId, by: actor.name, reason, about })
  }
}
