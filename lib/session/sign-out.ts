import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'

/** The step-up in progress ends too: it would open a new session. */
export async function signOut(actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.pendingSignIn.deleteMany({
      where: { employeeId: actor.employeeId, replacesSessionId: actor.sessionId },
    })
    const { count } = await tx.session.deleteMany({ where: { id: actor.sessionId } })
    if (count > 0) await record(tx, actor, 'sign-out')
  })
}
