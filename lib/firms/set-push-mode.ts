import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import type { PushMode } from '@/prisma/client/client'

export async function setPushMode(actor: Actor, pushMode: PushMode): Promise<Result<void, 'proof-needed'>> {
  return db.$transaction(async (tx) => {
    const { requiresSecondFactor } = await lockFirm(tx, actor.firmId)
    // Swipe asks less of the phone than a typed code, so a session left open is not enough.
    if (requiresSecondFactor && !hasFreshProof(actor)) return refuse('proof-needed')
    const [changed] = await tx.$queryRaw<Array<{ before: PushMode }>>`
      update firm set push_mode = ${pushMode}::push_mode
      where id = ${actor.firmId}::uuid and push_mode <> ${pushMode}::push_mode
      returning old.push_mode::text as before`
    if (!changed) return ok()
    const oneTouch = { before: changed.before, after: pushMode }
    await record(tx, actor, 'firm.push-mode-changed', undefined, { oneTouch })
    return ok()
  })
}
