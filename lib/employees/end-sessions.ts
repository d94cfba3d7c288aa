import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { endAllSessions } from '@/lib/session/sessions'

/** *Sign out everywhere* for a person of the own firm (SE-4). The own session of this very browser stays. */
export async function endSessions(
  actor: Actor,
  employeeId: string,
): Promise<Result<{ name: string }, 'not-found'>> {
  return db.$transaction(async (tx) => {
    const employee = await tx.employee.findFirst({
      where: { id: employeeId, firmId: actor.firmId },
      select: { name: true },
    })
    if (!employee) return refuse('not-found')

    await endAllSessions(tx, employeeId, actor.sessionId)
    await record(tx, actor, 'sessions.ended', { id: employeeId, name: employee.name })
    return ok({ name: employee.name })
  })
}
