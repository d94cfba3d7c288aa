import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { withdrawOpenCases } from '@/lib/cases/withdraw-case'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { Tx } from '@/lib/db'
import type { LockedEmployee } from '@/lib/lock-employee'
import { endLinks } from '@/lib/mail-links/live-links'
import { notify } from '@/lib/notifications/notify'
import { endAllSessions } from '@/lib/session/sessions'
import { notifyNewAdmin } from './notify-new-admin'
import { becomesAdmin, changedFields, type EditableFields } from './rules'

export async function followUp(tx: Tx, actor: Actor, before: LockedEmployee, after: EditableFields) {
  await writeAudit(tx, actor, before, after)
  const notified = { employeeId: before.id, by: actor.name }
  if (becomesAdmin(before, after)) {
    const how = before.active ? 'promoted' : 'reactivated'
    await notifyNewAdmin(tx, actor, { id: before.id, name: after.name }, how)
  }

  if (after.mobileNumber !== before.mobileNumber) {
    const masked = { before: mask(before.mobileNumber), after: mask(after.mobileNumber) }
    await notify(tx, { kind: 'number-changed', ...notified, ...masked })
    if (!before.factorResetAt) await withdrawOpenCases(tx, before.id, 'The number was changed')
    // The old phone's proofs end with it; only the session that changes the person's own number continues.
    const own = before.id === actor.employeeId ? actor.sessionId : undefined
    if (before.mobileNumber) await endAllSessions(tx, before.id, own)
    // An attacker with a stolen session must not add a phone and then step up with it.
    if (own) await tx.session.updateMany({ where: { id: own }, data: { passwordAt: new Date(0) } })
  }
  if (after.role !== before.role) {
    await notify(tx, { kind: 'role-changed', ...notified, before: before.role, after: after.role })
    await endAllSessions(tx, before.id)
  }
  if (after.active !== before.active) {
    await notify(tx, { kind: after.active ? 'reactivated' : 'deactivated', ...notified })
    await endAllSessions(tx, before.id)
    if (after.active) return
    await withdrawOpenCases(tx, before.id, 'The account was deactivated')
    await endLinks(tx, before.id, before.now, ['phone_enrollment', 'one_time_pass'])
  }
}

async function writeAudit(tx: Tx, actor: Actor, before: LockedEmployee, after: EditableFields) {
  const target = { id: before.id, name: after.name }
  const edited = changedFields(before, after).filter((field) => field !== 'active')
  if (edited.length > 0) {
    const details = edited.map((field) => [
      field,
      { before: shown(before, field), after: shown(after, field) },
    ])
    await record(tx, actor, 'employee.edited', target, Object.fromEntries(details))
  }
  if (after.active === before.active) return
  await record(tx, actor, after.active ? 'employee.reactivated' : 'employee.deactivated', target)
}

function shown(fields: EditableFields, field: 'name' | 'role' | 'mobileNumber'): string | null {
  return field === 'mobileNumber' ? mask(fields.mobileNumber) : fields[field]
}

function mask(mobileNumber: string | null): string | null {
  return mobileNumber && maskMobileNumber(mobileNumber)
}
