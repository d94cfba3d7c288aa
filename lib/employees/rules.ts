import type { Actor, Role } from '@/lib/access/policy'
import type { VendorState } from '@/prisma/client/enums'

export type EditableFields = { name: string; role: Role; mobileNumber: string | null; active: boolean }

const fieldNames = ['name', 'role', 'mobileNumber', 'active'] as const

export function changedFields(before: EditableFields, after: EditableFields) {
  return fieldNames.filter((field) => before[field] !== after[field])
}

export type EditRuleRefusal = 'last-admin' | 'own-role' | 'own-account' | 'number-required' | 'proof-needed'

type Facts = {
  firm: { requiresSecondFactor: boolean; activeAdmins: number }
  before: EditableFields & { id: string }
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

  // A number in use is a second factor: who replaces it has just shown the own password and second factor (RC-7).
  const replacesNumber = before.mobileNumber !== null && after.mobileNumber !== before.mobileNumber
  if (firm.requiresSecondFactor && replacesNumber && !proofIsFresh) return 'proof-needed'
  return null
}

export type EmployeeSecondStep = 'no-number' | 'refused' | 'not-confirmed' | 'confirmed'

/** How far an employee is with the second step, as the list shows it. */
export function secondStepOf(employee: {
  mobileNumber: string | null
  numberProvenAt: Date | null
  vendorState: VendorState
}): EmployeeSecondStep {
  if (!employee.mobileNumber) return 'no-number'
  if (employee.vendorState === 'refused') return 'refused'
  return employee.numberProvenAt ? 'confirmed' : 'not-confirmed'
}
