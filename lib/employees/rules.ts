import type { Actor, Role } from '@/lib/access/policy'
import { freeWrongTokens, wrongTokensUntilDisabled } from '@/lib/sign-in-methods/tokens/rules'
import type { HelpKind, Vendor, VendorState } from '@/prisma/client/enums'

export type EditableFields = { name: string; role: Role; mobileNumber: string | null; active: boolean }

const fieldNames = ['name', 'role', 'mobileNumber', 'active'] as const

export function changedFields(before: EditableFields, after: EditableFields) {
  return fieldNames.filter((field) => before[field] !== after[field])
}

export type EditRuleRefusal =
  | 'last-admin'
  | 'own-role'
  | 'own-account'
  | 'number-required'
  | 'number-of-disabled'
  | 'number-in-use'
  | 'proof-needed'

/** `enrolledAt`: the person is asked for a second step whatever the firm's rule says (AU-1). */
type NumberFacts = { numberProvenAt: Date | null; enrolledAt: Date | null }

type Facts = {
  firm: { requiresSecondFactor: boolean; activeAdmins: number }
  before: EditableFields & NumberFacts & { id: string }
  after: EditableFields
  /** Password and second factor of the actor, both proven less than 10 minutes ago. */
  proofIsFresh: boolean
}

/** Why this edit may not happen, or null. The most telling reason comes first. */
export function editRefusal(
  actor: Actor,
  { firm, before, after, proofIsFresh }: Facts,
): EditRuleRefusal | null {
  const wasAdmin = before.active && before.role === 'admin'
  const staysAdmin = after.active && after.role === 'admin'
  if (wasAdmin && !staysAdmin && firm.activeAdmins <= 1) return 'last-admin'

  const isSelf = before.id === actor.employeeId
  if (isSelf && after.role !== before.role) return 'own-role'
  if (isSelf && !after.active) return 'own-account'
  if (firm.requiresSecondFactor && after.active && !after.mobileNumber) return 'number-required'

  // The number is a way in of one's own then, even the first one.
  const bringsNumber = after.mobileNumber !== null && after.mobileNumber !== before.mobileNumber
  if (isSelf && before.enrolledAt && bringsNumber && !proofIsFresh) return 'proof-needed'

  const replacesNumber = before.mobileNumber !== null && after.mobileNumber !== before.mobileNumber
  const isAsked = firm.requiresSecondFactor || before.enrolledAt !== null
  if (isAsked && replacesNumber && before.numberProvenAt) {
    // Or the hold of a changed number could be got round: by disabling the person for a moment, or in two steps.
    if (!after.active) return 'number-of-disabled'
    if (!isSelf && !after.mobileNumber) return 'number-in-use'
  }

  if (!firm.requiresSecondFactor) return null
  // A number in use is a second factor, and a role is power: who changes them has just proven the own two steps (RC-7).
  const changesMuch = replacesNumber || after.role !== before.role
  return changesMuch && !proofIsFresh ? 'proof-needed' : null
}

/**
 * A number that somebody else signs in with is a second factor, which an admin cannot simply replace: the new one waits
 * for the person's own proof, or a day (RC-7).
 */
export function holdsNumber(
  actor: Actor,
  firm: { requiresSecondFactor: boolean },
  before: NumberFacts & { id: string; mobileNumber: string | null },
  after: EditableFields,
): boolean {
  const isInUse = before.mobileNumber !== null && before.numberProvenAt !== null
  const replaces = after.mobileNumber !== null && after.mobileNumber !== before.mobileNumber
  const isAsked = firm.requiresSecondFactor || before.enrolledAt !== null
  return isAsked && before.id !== actor.employeeId && isInUse && replaces && after.active
}

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

/** The readiness ladder: how far somebody is with the second step. */
export const readinessSteps = ['no-number', 'not-confirmed', 'confirmed', 'tested', 'strong'] as const
export type Readiness = (typeof readinessSteps)[number]

export type ReadinessFacts = {
  mobileNumber: string | null
  numberProvenAt: Date | null
  /** A second step was used to sign in. */
  testedAt: Date | null
  /** One that opens something: a copied one does not. */
  hasPasskey: boolean
}

export function readinessOf(facts: ReadinessFacts): Readiness {
  if (!facts.mobileNumber) return 'no-number'
  if (facts.hasPasskey) return 'strong'
  if (facts.testedAt) return 'tested'
  return facts.numberProvenAt ? 'confirmed' : 'not-confirmed'
}

export type SideState =
  | 'set-up-open'
  | 'number-refused'
  | 'number-not-confirmed'
  | 'number-waiting'
  | 'tokens-off'
  | 'tokens-locked'
  | 'codes-off'
  | 'codes-locked'

export type SideFacts = ReadinessFacts &
  WrongInRow & {
    factorResetAt: Date | null
    vendor: Vendor
    vendorState: VendorState
    /** A new number waits for the person's proof. */
    isNumberHeld: boolean
    areTokensLocked: boolean
    areCodesLocked: boolean
  }

/** What stands beside the step on the ladder: somebody who is Strong may still be locked out, or wait for a new number. */
export function sideStatesOf(facts: SideFacts): SideState[] {
  const { factorResetAt, vendor, vendorState, numberProvenAt, isNumberHeld } = facts
  const isUnconfirmed = !numberProvenAt && ['tested', 'strong'].includes(readinessOf(facts))
  const areTokensOff = facts.wrongTokensInRow >= wrongTokensUntilDisabled
  const areCodesOff = facts.wrongCodesInRow >= wrongTokensUntilDisabled
  const found: [SideState, boolean][] = [
    ['set-up-open', factorResetAt !== null],
    // Verify texts every number: only Authy can refuse one.
    ['number-refused', vendor === 'authy' && vendorState === 'refused' && !factorResetAt],
    ['number-not-confirmed', isUnconfirmed],
    ['number-waiting', isNumberHeld],
    ['tokens-off', areTokensOff],
    ['tokens-locked', facts.areTokensLocked && !areTokensOff],
    ['codes-off', areCodesOff],
    ['codes-locked', facts.areCodesLocked && !areCodesOff],
  ]
  return found.flatMap(([state, holds]) => (holds ? [state] : []))
}

export type WrongInRow = { wrongTokensInRow: number; wrongCodesInRow: number }

/** After ten wrong ones each further one closes tokens or recovery codes for a while, and the hundredth for good. */
export function isLockedOut({ wrongTokensInRow, wrongCodesInRow }: WrongInRow): boolean {
  return wrongTokensInRow >= freeWrongTokens || wrongCodesInRow >= freeWrongTokens
}

export type AskConfirmRuleRefusal = 'not-active' | 'no-number' | 'confirmed' | 'set-up-open'

/** Why nobody can be asked to confirm this number, or null. */
export function askConfirmRefusal(person: {
  active: boolean
  mobileNumber: string | null
  numberProvenAt: Date | null
  factorResetAt: Date | null
}): AskConfirmRuleRefusal | null {
  if (!person.active) return 'not-active'
  if (!person.mobileNumber) return 'no-number'
  if (person.factorResetAt) return 'set-up-open'
  return person.numberProvenAt ? 'confirmed' : null
}
