import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'

export async function signOut(actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    if (await endOwnSession(tx, actor)) await record(tx, actor, 'sign-out')
  })
}

/** The step-up in progress ends too: it would open a new session. */
export async function endOwnSession(tx: Tx, { employeeId, sessionId }: Actor): Promise<boolean> {
  await tx.pendingSignIn.deleteMany({ where: { employeeId, replacesSessionId: sessionId } })
  const { count } = await tx.session.deleteMany({ where: { id: sessionId } })
  return count > 0
}
