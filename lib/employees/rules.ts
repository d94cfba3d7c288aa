import type { Actor, Role } from '@/lib/access/policy'
import type { HelpKind, VendorState } from '@/prisma/client/enums'

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
  | 'proof-needed'

type Facts = {
  firm: { requiresSecondFactor: boolean; activeAdmins: number }
  before: EditableFields & { id: string; numberProvenAt: Date | null }
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

  if (!firm.requiresSecondFactor) return null
  const replacesNumber = before.mobileNumber !== null && after.mobileNumber !== before.mobileNumber
  // Or the hold of a changed number could be had by disabling the person for a moment.
  if (replacesNumber && before.numberProvenAt && !after.active) return 'number-of-disabled'
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
  before: { id: string; mobileNumber: string | null; numberProvenAt: Date | null },
  after: EditableFields,
): boolean {
  const isInUse = before.mobileNumber !== null && before.numberProvenAt !== null
  const replaces = after.mobileNumber !== null && after.mobileNumber !== before.mobileNumber
  return firm.requiresSecondFactor && before.id !== actor.employeeId && isInUse && replaces && after.active
}

export type HelpRuleRefusal = 'own-account' | 'not-active' | 'rule-off' | 'proof-needed'

type Person = { id: string; role: Role; active: boolean }
type HelpFacts = { requiresSecondFactor: boolean; proofIsFresh: boolean }

/** Why an admin may not give this help, or null. Where only the password is asked there is no second step to help with. */
export function helpRefusal(
  actor: Actor,
  kind: HelpKind,
  person: Person,
  { requiresSecondFactor, proofIsFresh }: HelpFacts,
): HelpRuleRefusal | null {
  if (person.id === actor.employeeId) return 'own-account'
  if (!person.active) return 'not-active'
  if (kind !== 'sign_out' && !requiresSecondFactor) return 'rule-off'
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
  if (kind !== 'sign_out' && !requiresSecondFactor) return 'rule-off'
  return requiresSecondFactor && !proofIsFresh ? 'proof-needed' : null
}

export type EmployeeSecondStep = 'no-number' | 'refused' | 'reset' | 'not-confirmed' | 'confirmed'

/** How far an employee is with the second step, as the list shows it. */
export function secondStepOf(employee: {
  mobileNumber: string | null
  numberProvenAt: Date | null
  factorResetAt: Date | null
  vendorState: VendorState
}): EmployeeSecondStep {
  if (!employee.mobileNumber) return 'no-number'
  if (employee.factorResetAt) return 'reset'
  if (employee.vendorState === 'refused') return 'refused'
  return employee.numberProvenAt ? 'confirmed' : 'not-confirmed'
}
