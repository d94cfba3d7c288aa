import type { Actor } from '@/lib/access/policy'
import { moveCase } from '@/lib/cases/move-case'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { asSupporter, clearOwner, lockOwnCase } from './supporter'

/** Puts a taken case back into the queue. */
export async function releaseCase(actor: Actor, caseId: string): Promise<Result<void, 'not-yours'>> {
  return db.$transaction(async (tx) => {
    const found = await lockOwnCase(tx, actor, caseId)
    if (!found) return refuse('not-yours')
    const to = found.state === 'seconding' ? 'seconding' : 'received'
    if (!(await moveCase(tx, found, asSupporter(actor), { act: 'released', to }))) return refuse('not-yours')
    await clearOwner(tx, caseId)
    return ok()
  })
}
