import type { Actor, Role } from '@/lib/access/policy'
import type { RecoveryKind } from '@/prisma/client/enums'

export type RecoveryRuleRefusal = 'own-account' | 'not-active' | 'rule-off' | 'proof-needed'

type Person = { id: string; role: Role; active: boolean }

type RecoveryFacts = { requiresSecondFactor: boolean; proofIsFresh: boolean }

/** Nobody has to be asked for a second step by the firm to be signed in somewhere, or to have typed wrong tokens. */
const recoveryWithoutRule: readonly RecoveryKind[] = ['sign_out', 'unlock']

/** Why an admin may not give this help, or null. Where only the password is asked there is no second step to help with. */
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

/** Whoever can do as much as the helper, or could a week ago, is never helped by one person alone. */
export function needsAnotherAdmin(person: { role: Role; changedRoleLately: boolean }): boolean {
  return person.role !== 'tech' || person.changedRoleLately
}

export type ConfirmRecoveryRefusal = 'own-request' | 'not-active' | 'asker-gone' | 'rule-off' | 'proof-needed'

type AskedRequest = { kind: RecoveryKind; person: Person | null; asker: Person | null }

/** Why this admin may not confirm what another one has asked, or null. */
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
