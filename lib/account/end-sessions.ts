import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { endAllSessions } from '@/lib/session/sessions'

export async function endSession(actor: Actor, sessionId: string): Promise<Result<void, 'not-found'>> {
  if (sessionId === actor.sessionId) return refuse('not-found')
  return db.$transaction(async (tx) => {
    const ended = await tx.session.deleteMany({ where: { id: sessionId, employeeId: actor.employeeId } })
    if (ended.count === 0) return refuse('not-found')
    await record(tx, actor, 'session.ended', { id: actor.employeeId, name: actor.name })
    return ok()
  })
}

export async function endOtherSessions(actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    await endAllSessions(tx, actor.employeeId, actor.sessionId)
    await record(tx, actor, 'sessions.ended', { id: actor.employeeId, name: actor.name })
  })
}
