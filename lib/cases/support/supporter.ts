import type { Actor } from '@/lib/access/policy'
import { type LockedCase, lockCase } from '@/lib/cases/lock-case'
import type { CaseActor } from '@/lib/cases/move-case'
import type { Tx } from '@/lib/db'

export function asSupporter(actor: Actor): CaseActor {
  const { employeeId, name, place, browser } = actor
  return { party: 'owner', employeeId, name, place, browser }
}

/** Null answers a closed case too: a canceled case keeps its supporter's name. */
export async function lockOwnCase(tx: Tx, actor: Actor, caseId: string): Promise<LockedCase | null> {
  const found = await lockCase(tx, caseId)
  const isOwner = found?.ownerId === actor.employeeId && found.employeeId !== actor.employeeId
  const isInWork = found?.kind === 'lost_phone' && (found.state === 'checking' || found.state === 'seconding')
  return found && isOwner && isInWork ? found : null
}

export async function clearOwner(tx: Tx, caseId: string): Promise<void> {
  await tx.resetCase.update({
    where: { id: caseId },
    data: { ownerId: null, ownerName: null, ownedAt: null },
  })
}
