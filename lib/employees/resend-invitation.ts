import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { before, fromNow } from '@/lib/clock'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockEmployee } from '@/lib/lock-employee'
import { ok, type Result, refuse } from '@/lib/result'

export type ResendRefusal = 'not-found' | 'not-active' | 'has-password' | 'just-sent'

/** A person with a password resets it at the sign-in page instead. */
export async function resendInvitation(
  actor: Actor,
  employeeId: string,
): Promise<Result<{ name: string }, ResendRefusal>> {
  return db.$transaction(async (tx) => {
    const employee = await lockEmployee(tx, employeeId, actor.firmId)
    if (!employee) return refuse('not-found')
    if (!employee.active) return refuse('not-active')
    if ((await tx.credential.count({ where: { employeeId } })) > 0) return refuse('has-password')
    const createdAt = { gt: before(employee.now, { minutes: 1 }) }
    const recent = await tx.mailLink.findFirst({
      where: { employeeId, purpose: 'invitation', createdAt },
      select: { createdAt: true },
      orderBy: { createdAt: 'desc' },
    })
    if (recent) {
      const secondsAgo = (employee.now.getTime() - recent.createdAt.getTime()) / 1000
      return refuse('just-sent', fromNow(60 - secondsAgo))
    }

    await record(tx, actor, 'employee.invited', { id: employeeId, name: employee.name })
    await enqueue(tx, 'invitation-mail', { employeeId })
    return ok({ name: employee.name })
  })
}
