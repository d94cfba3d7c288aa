import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { endLinks, lockLinks } from '@/lib/mail-links/live-links'
import { ok, type Result, refuse } from '@/lib/result'

export async function cancelEmailChange(
  actor: Actor,
  employeeId: string,
): Promise<Result<{ name: string }, 'not-found'>> {
  return db.$transaction(async (tx) => {
    await lockLinks(tx, employeeId, actor.firmId)
    const person = await lockEmployee(tx, employeeId, actor.firmId)
    if (!person) return refuse('not-found')
    const where = { id: employeeId, pendingEmail: { not: null } }
    const { count } = await tx.employee.updateMany({ where, data: { pendingEmail: null } })
    if (count === 0) return refuse('not-found')
    await endLinks(tx, employeeId, person.now, ['confirm_email'])
    await record(tx, actor, 'employee.email-change-canceled', { id: employeeId, name: person.name })
    return ok({ name: person.name })
  })
}
