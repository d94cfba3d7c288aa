import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'

/**
 * Ends the session that asks, and the fresh proof it may have begun: that one would open a new session. A second click
 * finds nothing to end and records nothing.
 */
export async function signOut(actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.pendingSignIn.deleteMany({
      where: { employeeId: actor.employeeId, replacesSessionId: actor.sessionId },
    })
    const { count } = await tx.session.deleteMany({ where: { id: actor.sessionId } })
    if (count > 0) await record(tx, actor, 'sign-out')
  })
}
