import type { Actor, Role } from '@/lib/access/policy'
import type { RecoveryKind } from '@/prisma/client/enums'

export type RecoveryRuleRefusal = 'own-account' | 'not-active' | 'rule-off' | 'proof-needed'

type Person = { id: string; role: Role; active: boolean }

type RecoveryFacts = { requiresSecondFactor: boolean; proofIsFresh: boolean }

/** Signing out and unlocking help even where the firm requires no second factor. */
const recoveryWithoutRule: readonly RecoveryKind[] = ['sign_out', 'unlock']

export function helpRefusal(
  actor: Actor,
  kind: RecoveryKind,
  person: Person,
  { requiresSecondFactor, proofIsFresh }: RecoveryFacts,
): RecoveryRuleRefusal | null {
  if (person.id === actor.employeeId) return 'own-account'
  if (!person.active) return 'not-active'
  if (!recoveryWithoutRule.includes(kind) && !requiresSecondFactor) return 'rule-off'
  return requiresSecondFactor && !proofIsFresh ? 'proof-needed' : null
}

/** A person with an admin's power, now or a week ago, needs a second admin's confirmation. */
export function needsAnotherAdmin(person: { role: Role; changedRoleLately: boolean }): boolean {
  return person.role !== 'tech' || person.changedRoleLately
}

export type ConfirmRecoveryRefusal = 'own-request' | 'not-active' | 'asker-gone' | 'rule-off' | 'proof-needed'

type AskedRequest = { kind: RecoveryKind; person: Person | null; asker: Person | null }

export function confirmRecoveryRefusal(
  actor: Actor,
  { kind, person, asker }: AskedRequest,
  { requiresSecondFactor, proofIsFresh }: RecoveryFacts,
): ConfirmRecoveryRefusal | null {
  if (asker?.id === actor.employeeId) return 'own-request'
  if (!asker?.active || asker.role !== 'admin') return 'asker-gone'
  if (!person?.active) return 'not-active'
  if (!recoveryWithoutRule.includes(kind) && !requiresSecondFactor) return 'rule-off'
  return requiresSecondFactor && !proofIsFresh ? 'proof-needed' : null
}
