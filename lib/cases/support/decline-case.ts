import type { Actor } from '@/lib/access/policy'
import { isDeclineReason } from '@/lib/cases/decline-reasons'
import { moveCase } from '@/lib/cases/move-case'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { asSupporter, clearOwner, lockOwnCase } from './supporter'

export type DeclineRefusal = 'proof-needed' | 'not-yours' | 'no-reason'

export async function declineCase(
  actor: Actor,
  { caseId, reason, note }: { caseId: string; reason: string; note: string },
): Promise<Result<void, DeclineRefusal>> {
  if (!isDeclineReason(reason)) return refuse('no-reason')
  if (!hasFreshProof(actor)) return refuse('proof-needed')
  return db.$transaction(async (tx) => {
    const found = await lockOwnCase(tx, actor, caseId)
    if (!found) return refuse('not-yours')
    const why = note ? `${reason}: ${note}` : reason
    const move = { act: 'declined' as const, to: 'declined' as const, note: why }
    if (!(await moveCase(tx, found, asSupporter(actor), move))) return refuse('not-yours')
    await tx.resetCase.update({ where: { id: caseId }, data: { decidedAt: found.now } })
    await clearOwner(tx, caseId)
    return ok()
  })
}
