import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { withdrawOpenCases } from '@/lib/cases/withdraw-case'
import { db, type Tx } from '@/lib/db'
import type { RecoveredPerson } from '@/lib/employees/lock-colleague'
import type { RecoveryForm } from '@/lib/employees/schema'
import { enqueue } from '@/lib/jobs/enqueue'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { removeAllMethods } from '@/lib/sign-in-methods/remove-all-methods'
import { byWhom, type Ground, lockForRecovery, type RecoveryRefusal } from './lock-helped'
import { needsAnotherAdmin } from './rules'

type ResetRefusal = RecoveryRefusal | 'needs-another-admin'

export async function resetMethods(
  actor: Actor,
  { employeeId, reason }: RecoveryForm,
): Promise<Result<{ name: string }, ResetRefusal>> {
  return db.$transaction(async (tx) => {
    const person = await lockForRecovery(tx, actor, employeeId, 'reset')
    if (!person.ok) return person
    if (needsAnotherAdmin(person.value)) return refuse('needs-another-admin')
    await takeSecondStep(tx, actor, person.value, { reason })
    return ok({ name: person.value.name })
  })
}

export async function takeSecondStep(
  tx: Tx,
  actor: Actor,
  person: RecoveredPerson,
  ground: Ground,
): Promise<void> {
  const { id: employeeId, name } = person
  await removeAllMethods(tx, employeeId)
  await withdrawOpenCases(tx, employeeId, 'Reset by an admin of the firm')
  await enqueue(tx, 'enrollment-mail', { employeeId })
  await record(tx, actor, 'employee.methods-reset', { id: employeeId, name }, ground)
  const { reason } = ground
  await notify(tx, {
    kind: 'methods-reset',
    employeeId,
    by: byWhom(actor, ground),
    reason,
  })
}
