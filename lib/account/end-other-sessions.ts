import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { endAllSessions } from '@/lib/session/sessions'

/** Ends every session of the person but this one, and every sign-in that somebody has begun in the person's name. */
export async function endOtherSessions(actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    await endAllSessions(tx, actor.employeeId, actor.sessionId)
    await record(tx, actor, 'sessions.ended', { id: actor.employeeId, name: actor.name })
  })
}
