import type { Actor } from '@/lib/access/policy'
import { moveCase } from '@/lib/cases/move-case'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { asSupporter, clearOwner, lockOwnCase } from './supporter'

/** Both clocks pause until the answer, or until a supporter takes the case again. */
export async function askMore(
  actor: Actor,
  { caseId, question }: { caseId: string; question: string },
): Promise<Result<void, 'not-yours'>> {
  return db.$transaction(async (tx) => {
    const found = await lockOwnCase(tx, actor, caseId)
    if (!found) return refuse('not-yours')
    const move = { act: 'asked' as const, to: 'asked' as const, note: question }
    if (!(await moveCase(tx, found, asSupporter(actor), move))) return refuse('not-yours')
    await tx.resetCase.update({ where: { id: caseId }, data: { pausedAt: found.now } })
    await clearOwner(tx, caseId)
    return ok()
  })
}
