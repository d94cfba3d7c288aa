import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'

/** Needs a fresh typed or passkey proof: an attacker with a coaxed approval must not send more pushes. */
export async function unlockPushes(actor: Actor): Promise<Result<{ changed: boolean }, 'proof-needed'>> {
  if (!hasFreshProof(actor)) return refuse('proof-needed')
  return db.$transaction(async (tx) => {
    const [proof] = await tx.$queryRaw<Array<{ isTyped: boolean }>>`
      select coalesce(second_factor not in ('push', 'trusted-browser'), false) as "isTyped" from session
      where id = ${actor.sessionId} and employee_id = ${actor.employeeId}::uuid`
    if (!proof?.isTyped) return refuse('proof-needed')

    const changed = await tx.$executeRaw`
      update employee set pushes_locked_at = null
      where id = ${actor.employeeId}::uuid and pushes_locked_at is not null`
    if (changed === 0) return ok({ changed: false })
    await record(tx, actor, 'pushes.unlocked')
    return ok({ changed: true })
  })
}
