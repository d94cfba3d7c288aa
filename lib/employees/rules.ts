import type { Actor, Role } from '@/lib/access/policy'

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

type NumberFacts = { numberProvenAt: Date | null }

type Facts = {
  firm: { requiresSecondFactor: boolean; activeAdmins: number }
  before: EditableFields & NumberFacts & { id: string; enrolledAt: Date | null }
  after: EditableFields
  proofIsFresh: boolean
}

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

  // The number becomes a sign-in method of the actor, even the first number.
  const bringsNumber = after.mobileNumber !== null && after.mobileNumber !== before.mobileNumber
  if (isSelf && before.enrolledAt && bringsNumber && !proofIsFresh) return 'proof-needed'

  const replacesNumber = before.mobileNumber !== null && after.mobileNumber !== before.mobileNumber
  if (replacesNumber && before.numberProvenAt) {
    // An admin could bypass the hold in two steps: disable the person, or remove the number, and undo it.
    if (!after.active) return 'number-of-disabled'
    if (!isSelf && !after.mobileNumber) return 'number-in-use'
  }

  if (!firm.requiresSecondFactor) return null
  // A number in use is a second factor, and a role is power: the actor must step up first.
  const changesMuch = replacesNumber || after.role !== before.role || becomesAdmin(before, after)
  return changesMuch && !proofIsFresh ? 'proof-needed' : null
}

export function becomesAdmin(before: EditableFields, after: EditableFields): boolean {
  const wasAdmin = before.active && before.role === 'admin'
  return after.active && after.role === 'admin' && !wasAdmin
}

/** Whatever the firm's rule says now: an attacker could answer No, replace a colleague's number, then answer Yes. */
export function startsNumberChange(
  actor: Actor,
  before: NumberFacts & { id: string; mobileNumber: string | null },
  after: EditableFields,
): boolean {
  const isInUse = before.mobileNumber !== null && before.numberProvenAt !== null
  const replaces = after.mobileNumber !== null && after.mobileNumber !== before.mobileNumber
  return before.id !== actor.employeeId && isInUse && replaces && after.active
}

export type AskToConfirmRuleRefusal = 'not-active' | 'no-number' | 'confirmed' | 'enrollment-open'

export function askToConfirmRefusal(person: {
  active: boolean
  mobileNumber: string | null
  numberProvenAt: Date | null
  factorResetAt: Date | null
}): AskToConfirmRuleRefusal | null {
  if (!person.active) return 'not-active'
  if (!person.mobileNumber) return 'no-number'
  if (person.factorResetAt) return 'enrollment-open'
  return person.numberProvenAt ? 'confirmed' : null
}
