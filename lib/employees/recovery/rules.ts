import type { Actor, Role } from '@/lib/access/policy'
import type { HelpKind } from '@/prisma/client/enums'

export type HelpRuleRefusal = 'own-account' | 'not-active' | 'rule-off' | 'proof-needed'

type Person = { id: string; role: Role; active: boolean }

type HelpFacts = { requiresSecondFactor: boolean; proofIsFresh: boolean }

/** Nobody has to be asked for a second step by the firm to be signed in somewhere, or to have typed wrong tokens. */
const helpWithoutRule: readonly HelpKind[] = ['sign_out', 'unlock']

/** Why an admin may not give this help, or null. Where only the password is asked there is no second step to help with. */
export function helpRefusal(
  actor: Actor,
  kind: HelpKind,
  person: Person,
  { requiresSecondFactor, proofIsFresh }: HelpFacts,
): HelpRuleRefusal | null {
  if (person.id === actor.employeeId) return 'own-account'
  if (!person.active) return 'not-active'
  if (!helpWithoutRule.includes(kind) && !requiresSecondFactor) return 'rule-off'
  return requiresSecondFactor && !proofIsFresh ? 'proof-needed' : null
}

/** Whoever can do as much as the helper, or could a week ago, is never helped by one person alone. */
export function needsAnotherAdmin(person: { role: Role; changedRoleLately: boolean }): boolean {
  return person.role !== 'tech' || person.changedRoleLately
}

export type ConfirmHelpRefusal = 'own-request' | 'not-active' | 'asker-gone' | 'rule-off' | 'proof-needed'

type AskedHelp = { kind: HelpKind; person: Person | null; asker: Person | null }

/** Why this admin may not confirm what another one has asked, or null. */
export function confirmHelpRefusal(
  actor: Actor,
  { kind, person, asker }: AskedHelp,
  { requiresSecondFactor, proofIsFresh }: HelpFacts,
): ConfirmHelpRefusal | null {
  if (asker?.id === actor.employeeId) return 'own-request'
  if (!asker?.active || asker.role !== 'admin') return 'asker-gone'
  if (!person?.active) return 'not-active'
  if (!helpWithoutRule.includes(kind) && !requiresSecondFactor) return 'rule-off'
  return requiresSecondFactor && !proofIsFresh ? 'proof-needed' : null
}
