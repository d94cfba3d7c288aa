import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { withdrawOpenCases } from '@/lib/cases/withdraw-case'
import { db, type Tx } from '@/lib/db'
import type { Helped } from '@/lib/employees/lock-colleague'
import type { HelpForm } from '@/lib/employees/schema'
import { enqueue } from '@/lib/jobs/enqueue'
import { tell } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { removeFactor } from '@/lib/sign-in-methods/remove-all-methods'
import { byWhom, type Ground, type HelpRefusal, lockHelped } from './lock-helped'
import { needsAnotherAdmin } from './rules'

export type ResetRefusal = HelpRefusal | 'needs-another-admin'

/** *Reset second step*: the old phone proves nothing any more, and a link to set up a new one is mailed. The person stays in the firm. */
export async function resetSecondStep(
  actor: Actor,
  { employeeId, reason }: HelpForm,
): Promise<Result<{ name: string }, ResetRefusal>> {
  return db.$transaction(async (tx) => {
    const person = await lockHelped(tx, actor, employeeId, 'reset')
    if (!person.ok) return person
    if (needsAnotherAdmin(person.value)) return refuse('needs-another-admin')
    await takeSecondStep(tx, actor, person.value, { reason })
    return ok({ name: person.value.name })
  })
}

/** The caller holds the person. */
export async function takeSecondStep(tx: Tx, actor: Actor, person: Helped, ground: Ground): Promise<void> {
  const { id: employeeId, name } = person
  await removeFactor(tx, employeeId)
  await withdrawOpenCases(tx, employeeId, 'Reset by an admin of the firm')
  await enqueue(tx, 'set-up-mail', { employeeId })
  await record(tx, actor, 'employee.second-step-reset', { id: employeeId, name }, ground)
  const at = new Date().toISOString()
  const { reason } = ground
  await tell(tx, {
    kind: 'second-step-reset',
    employeeId,
    at,
    by: byWhom(actor, ground),
    reason,
  })
}
