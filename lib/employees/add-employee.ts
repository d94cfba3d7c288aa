import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { type ConstraintRefusal, refuseLostRaces } from '@/lib/constraint-refusal'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { type NumberUnread, readNumber } from '@/lib/contact/read-mobile-number'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { firstState, vendorFor } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import { findColleagueWithNumber, type NumberShared } from './find-colleague'
import { addingPausedUntil, noSoonerThan, refuseTakenAddress } from './foreign-address'
import { notifyNewAdmin } from './notify-new-admin'
import type { AddEmployeeForm } from './schema'

export type AddRefusal = ConstraintRefusal | 'already-in-firm' | 'adding-paused' | 'proof-needed'
export type AddAnswer = Result<{ employeeId: string }, AddRefusal> | NumberShared | NumberUnread

export async function addEmployee(actor: Actor, form: AddEmployeeForm): Promise<AddAnswer> {
  return noSoonerThan(answerMilliseconds, async () => {
    const pausedUntil = await addingPausedUntil(actor)
    if (pausedUntil) return refuse('adding-paused', pausedUntil)
    const added = await refuseLostRaces(() => db.$transaction((tx) => add(tx, actor, form)))
    if (added.ok || added.reason !== 'email-taken') return added
    return refuseTakenAddress(actor, form.email)
  })
}

/** Longer than adding takes, and than its refusal. */
const answerMilliseconds = 200

async function add(tx: Tx, actor: Actor, form: AddEmployeeForm): Promise<AddAnswer> {
  const firm = await lockFirm(tx, actor.firmId)
  const typed = readNumber(form.mobileNumber, firm.defaultCountry, { sure: form.sureNumber })
  if (!typed.ok) return typed
  const { mobileNumber } = typed
  if (firm.requiresSecondFactor && !mobileNumber) return refuse('number-required')
  // An attacker with a stolen session must not create a second admin.
  const makesAdmin = firm.requiresSecondFactor && form.role === 'admin'
  if (makesAdmin && !hasFreshProof(actor)) return refuse('proof-needed')

  if ((await tx.employee.count({ where: { email: form.email } })) > 0) return refuse('email-taken')

  const shared = mobileNumber && (await findColleagueWithNumber(tx, actor, mobileNumber))
  if (shared && !form.allowSharedNumber) return shared

  const vendor = await vendorFor(tx, actor.firmId, mobileNumber)
  const vendorState = firstState(vendor, mobileNumber)
  const employee = await tx.employee.create({
    data: {
      firmId: actor.firmId,
      firmRequiresSecondFactor: firm.requiresSecondFactor,
      firmIsOperator: firm.isOperator,
      name: form.name,
      email: form.email,
      role: form.role,
      mobileNumber,
      vendor,
      vendorState,
      changedBy: actor.name,
    },
    select: { id: true, name: true },
  })
  await record(tx, actor, 'employee.added', employee, {
    role: form.role,
    mobileNumber: mobileNumber && maskMobileNumber(mobileNumber),
  })
  if (form.role === 'admin') await notifyNewAdmin(tx, actor, employee, 'added')
  await enqueue(tx, 'invitation-mail', { employeeId: employee.id })
  if (vendorState === 'waiting') await enqueue(tx, 'register-at-vendor', { employeeId: employee.id })
  return ok({ employeeId: employee.id })
}
