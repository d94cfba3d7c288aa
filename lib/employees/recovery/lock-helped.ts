import type { Actor } from '@/lib/access/policy'
import type { Tx } from '@/lib/db'
import { lockColleague, type RecoveredPerson } from '@/lib/employees/lock-colleague'
import { type LockedFirm, lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import type { RecoveryKind } from '@/prisma/client/enums'
import { helpRefusal, type RecoveryRuleRefusal } from './rules'

export type RecoveryRefusal = RecoveryRuleRefusal | 'not-found'
export type Ground = { reason: string; askedBy?: string; confirmedBy?: string }

export async function lockForRecovery(
  tx: Tx,
  actor: Actor,
  employeeId: string,
  kind: RecoveryKind,
): Promise<Result<RecoveredPerson, RecoveryRefusal>> {
  const firm = await lockFirm(tx, actor.firmId)
  const person = await lockColleague(tx, actor, employeeId)
  if (!person) return refuse('not-found')
  const refusal = helpRefusal(actor, kind, person, factsOf(actor, firm))
  return refusal ? refuse(refusal) : ok(person)
}

export function factsOf(actor: Actor, firm: LockedFirm) {
  return {
    requiresSecondFactor: firm.requiresSecondFactor,
    proofIsFresh: hasFreshProof(actor),
  }
}

export function byWhom(actor: Actor, { askedBy, confirmedBy }: Ground): string {
  if (askedBy) return `${askedBy}, confirmed by ${actor.name}`
  return confirmedBy ? `${actor.name}, confirmed by ${confirmedBy}` : actor.name
}
