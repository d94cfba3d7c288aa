import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { ok, type Result, refuse } from '@/lib/result'

export type ResendRefusal = 'not-found' | 'not-active' | 'has-password' | 'just-sent'

/** Sends the invitation again, at most once a minute. Who has set a password resets it at the sign-in page instead. */
export async function resendInvitation(
  actor: Actor,
  employeeId: string,
): Promise<Result<{ name: string }, ResendRefusal>> {
  return db.$transaction(async (tx) => {
    const [employee] = await tx.$queryRaw<
      { name: string; active: boolean; hasPassword: boolean; isRecent: boolean }[]
    >`
      select e.name, e.active, exists (select from credential c where c.employee_id = e.id) as "hasPassword",
        exists (select from mail_link l where l.employee_id = e.id and l.purpose = 'invitation'
          and l.created_at > now() - interval '1 minute') as "isRecent"
      from employee e where e.id = ${employeeId}::uuid and e.firm_id = ${actor.firmId}::uuid for no key update`
    if (!employee) return refuse('not-found')
    if (!employee.active) return refuse('not-active')
    if (employee.hasPassword) return refuse('has-password')
    if (employee.isRecent) return refuse('just-sent')

    await record(tx, actor, 'employee.invited', { id: employeeId, name: employee.name })
    await enqueue(tx, 'invitation-mail', { employeeId })
    return ok({ name: employee.name })
  })
}
