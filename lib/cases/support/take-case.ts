import type { Actor } from '@/lib/access/policy'
import { lockCase } from '@/lib/cases/lock-case'
import { moveCase, resumeClock } from '@/lib/cases/move-case'
import { isToDecide } from '@/lib/cases/rules'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { asSupporter, clearOwner, lockOwnCase } from './supporter'

export type TakeRefusal = 'not-found' | 'own-case' | 'owned' | 'first-approver' | 'not-takeable'

export async function takeCase(actor: Actor, caseId: string): Promise<Result<void, TakeRefusal>> {
  return db.$transaction(async (tx) => {
    const found = await lockCase(tx, caseId)
    if (found?.kind !== 'lost_phone') return refuse('not-found')
    if (found.employeeId === actor.employeeId) return refuse('own-case')
    if (!isToDecide(found.state)) return refuse('not-takeable')
    if (found.ownerId === actor.employeeId) return ok()
    if (found.ownerId && !found.lockLapsed) return refuse('owned')
    if (found.state === 'seconding' && found.firstApprovedBy === actor.employeeId)
      return refuse('first-approver')

    const to = found.state === 'seconding' ? 'seconding' : 'checking'
    const caseActor = { ...asSupporter(actor), party: 'supporter' as const }
    if (!(await moveCase(tx, found, caseActor, { act: 'taken', to }))) return refuse('not-takeable')
    await tx.resetCase.update({
      where: { id: caseId },
      data: { ownerId: actor.employeeId, ownerName: actor.name, ownedAt: found.now },
    })
    await resumeClock(tx, caseId)
    return ok()
  })
}

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
