import type { Actor, Role } from '@/lib/access/policy'
import { startNumberChange } from '@/lib/cases/firm/start-number-change'
import { type ConstraintRefusal, refuseLostRaces } from '@/lib/constraint-refusal'
import { readNumber, type TypedNumber } from '@/lib/contact/read-mobile-number'
import { db, type Tx } from '@/lib/db'
import { type LockedFirm, lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { firstState, vendorFor } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import { followUp } from './edit-follow-up'
import { findColleagueWithNumber, type NumberShared } from './find-colleague'
import {
  changedFields,
  type EditableFields,
  type EditRuleRefusal,
  type EmployeeBefore,
  editRefusal,
  startsNumberChange,
} from './rules'
import type { EditEmployeeForm } from './schema'

export type EditRefusal = ConstraintRefusal | EditRuleRefusal | 'not-found'

/** Somebody saved between the opening of the window and now. `theirs` is what stands in the database. */
export type EditConflict = {
  ok: false
  reason: 'conflict'
  changedBy: string | null
  changedAt: Date
  version: number
  theirs: EditableFields
  yours: EditableFields
}

export type EditAnswer =
  | Result<{ changed: boolean; held?: boolean }, EditRefusal>
  | NumberShared
  | EditConflict
  | Extract<TypedNumber, { ok: false }>

/** Saves the Edit Employee window. Saving what is there already changes nothing, however often it is sent. */
export async function editEmployee(actor: Actor, form: EditEmployeeForm): Promise<EditAnswer> {
  return refuseLostRaces(() => db.$transaction((tx) => edit(tx, actor, form)))
}

async function edit(tx: Tx, actor: Actor, form: EditEmployeeForm): Promise<EditAnswer> {
  const firm = await lockFirm(tx, actor.firmId)
  const before = await findEmployee(tx, actor, form.employeeId)
  if (!before) return refuse('not-found')

  const typed = readNumber(form.mobileNumber, firm.defaultCountry, before.mobileNumber)
  if (!typed.ok) return typed
  const after = { name: form.name, role: form.role, mobileNumber: typed.mobileNumber, active: form.active }
  const changed = changedFields(before, after)
  if (changed.length === 0) return ok({ changed: false })
  if (before.version !== form.version) return conflict(before, after)

  const refusal = await refusalOf(tx, actor, firm, before, after, form.allowSharedNumber)
  if (refusal) return refusal

  if (startsNumberChange(actor, firm, before, after)) {
    await startNumberChange(tx, actor, before, after.mobileNumber ?? '')
    const rest = { ...after, mobileNumber: before.mobileNumber }
    if (changedFields(before, rest).length > 0) await saveAndFollowUp(tx, actor, before, rest)
    return ok({ changed: true, held: true })
  }
  await saveAndFollowUp(tx, actor, before, after)
  return ok({ changed: true })
}

async function saveAndFollowUp(tx: Tx, actor: Actor, before: EmployeeBefore, after: EditableFields) {
  await save(tx, actor, before, after)
  await followUp(tx, actor, before, after)
}

async function findEmployee(tx: Tx, actor: Actor, employeeId: string): Promise<EmployeeBefore | null> {
  return tx.employee.findFirst({
    where: { id: employeeId, firmId: actor.firmId },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      mobileNumber: true,
      active: true,
      version: true,
      changedAt: true,
      changedBy: true,
      vendorUserId: true,
      vendorState: true,
      numberProvenAt: true,
      enrolledAt: true,
      factorResetAt: true,
    },
  })
}

async function refusalOf(
  tx: Tx,
  actor: Actor,
  firm: LockedFirm,
  before: EmployeeBefore,
  after: EditableFields,
  allowSharedNumber: boolean,
) {
  const { activeAdmins } = await tx.firm.findUniqueOrThrow({
    where: { id: actor.firmId },
    select: { activeAdmins: true },
  })
  const refusal = editRefusal(actor, {
    firm: { requiresSecondFactor: firm.requiresSecondFactor, activeAdmins: activeAdmins },
    before,
    after,
    proofIsFresh: hasFreshProof(actor),
  })
  if (refusal) return refuse(refusal)

  const bringsNumber = after.mobileNumber !== before.mobileNumber || (after.active && !before.active)
  if (!after.mobileNumber || !bringsNumber || allowSharedNumber) return null
  return findColleagueWithNumber(tx, actor, after.mobileNumber, before.id)
}

/** A new number has proven nothing yet, and owes nothing for the wrong tokens of the old one. */
async function save(tx: Tx, actor: Actor, before: EmployeeBefore, after: EditableFields) {
  const isNewNumber = after.mobileNumber !== before.mobileNumber
  await tx.$executeRaw`
    update employee set name = ${after.name}, role = ${after.role}::role, mobile_number = ${after.mobileNumber},
      active = ${after.active}, version = version + 1, changed_at = now(), changed_by = ${actor.name}
    where id = ${before.id}::uuid`
  if (after.role !== before.role)
    await tx.$executeRaw`update employee set role_changed_at = now() where id = ${before.id}::uuid`
  if (!isNewNumber) return
  const vendor = await vendorFor(tx, actor.firmId, after.mobileNumber)
  const state = firstState(vendor, after.mobileNumber)
  // Whose second step was reset still sets it up with a link or a pass: a number from an admin alone is none.
  await tx.$executeRaw`
    update employee set number_proven_at = null, vendor_app_used_at = null, tested_at = null, number_changed_at = now(), vendor_user_id = null,
      vendor_refusal = null, vendor = ${vendor}::vendor,
      vendor_state = (case when factor_reset_at is not null then 'none' else ${state} end)::vendor_state,
      wrong_tokens_in_row = 0, tokens_locked_until = null
    where id = ${before.id}::uuid`
}

function conflict(before: EmployeeBefore, yours: EditableFields): EditConflict {
  const { name, role, mobileNumber, active, changedBy, changedAt, version } = before
  const theirs: EditableFields & { role: Role } = { name, role, mobileNumber, active }
  return { ok: false, reason: 'conflict', changedBy, changedAt, version, theirs, yours }
}
