import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { endAllSessions } from '@/lib/session/sessions'

/** Ends another session of the same person; ending this one is signing out. */
export async function endSession(actor: Actor, sessionId: string): Promise<Result<void, 'not-found'>> {
  if (sessionId === actor.sessionId) return refuse('not-found')
  return db.$transaction(async (tx) => {
    const ended = await tx.session.deleteMany({ where: { id: sessionId, employeeId: actor.employeeId } })
    if (ended.count === 0) return refuse('not-found')
    await record(tx, actor, 'session.ended', { id: actor.employeeId, name: actor.name })
    return ok()
  })
}

/** Ends every session of the person but this one, and every pending sign-in in the person's name. */
export async function endOtherSessions(actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    await endAllSessions(tx, actor.employeeId, actor.sessionId)
    await record(tx, actor, 'sessions.ended', { id: actor.employeeId, name: actor.name })
  })
}
