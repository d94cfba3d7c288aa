import type { Actor } from '@/lib/access/policy'
import { startNumberChange } from '@/lib/cases/firm/start-number-change'
import { type ConstraintRefusal, refuseLostRaces } from '@/lib/constraint-refusal'
import { type NumberUnread, readNumber } from '@/lib/contact/read-mobile-number'
import { db, type Tx } from '@/lib/db'
import { type LockedEmployee, lockEmployee } from '@/lib/lock-employee'
import { type LockedFirm, lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { setMobileNumber } from '@/lib/sign-in-methods/vendors/set-mobile-number'
import { followUp } from './edit-follow-up'
import { findColleagueWithNumber, type NumberShared } from './find-colleague'
import {
  becomesAdmin,
  changedFields,
  type EditableFields,
  type EditRuleRefusal,
  editRefusal,
  startsNumberChange,
} from './rules'
import type { EditEmployeeForm } from './schema'

export type EditRefusal = ConstraintRefusal | EditRuleRefusal | 'not-found'

/** `theirs` is what the database has now: an admin saved since the window opened. */
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
  | NumberUnread

export async function editEmployee(actor: Actor, form: EditEmployeeForm): Promise<EditAnswer> {
  return refuseLostRaces(() => db.$transaction((tx) => edit(tx, actor, form)))
}

async function edit(tx: Tx, actor: Actor, form: EditEmployeeForm): Promise<EditAnswer> {
  const firm = await lockFirm(tx, actor.firmId)
  const before = await lockEmployee(tx, form.employeeId, actor.firmId)
  if (!before) return refuse('not-found')

  const typed = readNumber(form.mobileNumber, firm.defaultCountry, {
    stored: before.mobileNumber,
    sure: form.sureNumber,
  })
  if (!typed.ok) return typed
  const after = { name: form.name, role: form.role, mobileNumber: typed.mobileNumber, active: form.active }
  const changed = changedFields(before, after)
  if (changed.length === 0) return ok({ changed: false })
  if (before.version !== form.version) return conflict(before, after)

  const refusal = await refusalOf(tx, actor, firm, before, after, form.allowSharedNumber)
  if (refusal) return refusal

  if (startsNumberChange(actor, before, after)) {
    await startNumberChange(tx, actor, before, after.mobileNumber ?? '')
    const rest = { ...after, mobileNumber: before.mobileNumber }
    if (changedFields(before, rest).length > 0) await saveAndFollowUp(tx, actor, before, rest)
    return ok({ changed: true, held: true })
  }
  await saveAndFollowUp(tx, actor, before, after)
  return ok({ changed: true })
}

async function saveAndFollowUp(tx: Tx, actor: Actor, before: LockedEmployee, after: EditableFields) {
  await save(tx, actor, before, after)
  await followUp(tx, actor, before, after)
}

async function refusalOf(
  tx: Tx,
  actor: Actor,
  firm: LockedFirm,
  before: LockedEmployee,
  after: EditableFields,
  allowSharedNumber: boolean,
) {
  const refusal = editRefusal(actor, { firm, before, after, proofIsFresh: hasFreshProof(actor) })
  if (refusal) return refuse(refusal)

  const bringsNumber = after.mobileNumber !== before.mobileNumber || (after.active && !before.active)
  if (!after.mobileNumber || !bringsNumber || allowSharedNumber) return null
  return findColleagueWithNumber(tx, actor, after.mobileNumber, before.id)
}

/** One update saves all fields: PostgreSQL checks that an active person has the number the firm requires. */
async function save(tx: Tx, actor: Actor, before: LockedEmployee, after: EditableFields) {
  const { id, now } = before
  const { mobileNumber, ...rest } = after
  // An admin who is reactivated counts as a new one: an old account must not confirm what a colleague has just asked for.
  const gainsOrLoses = after.role !== before.role || becomesAdmin(before, after)
  const also = { ...rest, roleChangedAt: gainsOrLoses ? now : undefined }
  if (mobileNumber !== before.mobileNumber) {
    await setMobileNumber(tx, before, mobileNumber, { changedBy: actor.name, also })
    return
  }
  const change = { version: { increment: 1 }, changedAt: now, changedBy: actor.name }
  await tx.employee.update({ where: { id }, data: { ...also, ...change } })
}

function conflict(before: LockedEmployee, yours: EditableFields): EditConflict {
  const { name, role, mobileNumber, active, changedBy, changedAt, version } = before
  const theirs: EditableFields = { name, role, mobileNumber, active }
  return { ok: false, reason: 'conflict', changedBy, changedAt, version, theirs, yours }
}
