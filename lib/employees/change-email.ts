import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { type ConstraintRefusal, refuseLostRaces } from '@/lib/constraint-refusal'
import { maskEmail } from '@/lib/contact/email-address'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { type LockedEmployee, lockEmployee } from '@/lib/lock-employee'
import { lockFirm } from '@/lib/lock-firm'
import { endLinks, lockLinks } from '@/lib/mail-links/live-links'
import { notify } from '@/lib/notifications/notify'
import { giveBack, type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { endAllSessions, hasFreshProof } from '@/lib/session/sessions'
import { addingPausedUntil, noSoonerThan, refuseTakenAddress } from './foreign-address'
import type { ChangeEmailForm } from './schema'

type ChangeRefusal = ConstraintRefusal | 'not-found' | 'not-active' | 'unchanged' | 'proof-needed'
export type ChangeEmailRefusal = ChangeRefusal | 'already-in-firm' | 'adding-paused' | 'too-many'

/** `waits`: the person has signed in before, and confirms the new address from its mailbox. */
type ChangedEmail = { name: string; waits: boolean }

const perDay: Limit = { name: 'email-changes', points: 5, seconds: 24 * 60 * 60 }
const answerMilliseconds = 200

export async function changeEmail(
  actor: Actor,
  form: ChangeEmailForm,
): Promise<Result<ChangedEmail, ChangeEmailRefusal>> {
  return noSoonerThan(answerMilliseconds, async () => {
    const pausedUntil = await addingPausedUntil(actor)
    if (pausedUntil) return refuse('adding-paused', pausedUntil)
    const key = `${actor.firmId}:${form.employeeId}`
    const opensAt = await takeOrWait(perDay, key)
    if (opensAt) return refuse('too-many', opensAt)
    const changed = await refuseLostRaces(() => db.$transaction((tx) => change(tx, actor, form)))
    if (changed.ok) return changed
    await giveBack(perDay, key)
    return changed.reason === 'email-taken' ? refuseTakenAddress(actor, form.email) : changed
  })
}

async function change(
  tx: Tx,
  actor: Actor,
  { employeeId, email }: ChangeEmailForm,
): Promise<Result<ChangedEmail, ChangeRefusal>> {
  const firm = await lockFirm(tx, actor.firmId)
  await lockLinks(tx, employeeId, actor.firmId)
  const person = await lockEmployee(tx, employeeId, actor.firmId)
  if (!person) return refuse('not-found')
  if (!person.active) return refuse('not-active')
  if (firm.requiresSecondFactor && !hasFreshProof(actor)) return refuse('proof-needed')
  const stored = await tx.employee.findUniqueOrThrow({
    where: { id: employeeId },
    select: { email: true, lastSignInAt: true },
  })
  if (email === stored.email) return refuse('unchanged')
  if ((await tx.employee.count({ where: { email } })) > 0) return refuse('email-taken')

  const details = { email: { before: maskEmail(stored.email), after: maskEmail(email) } }
  const waits = stored.lastSignInAt !== null || person.enrolledAt !== null || person.numberProvenAt !== null
  if (waits) await askToConfirm(tx, actor, person, email)
  else await correct(tx, actor, person, email)
  const action = waits ? 'employee.email-change-asked' : 'employee.email-corrected'
  await record(tx, actor, action, { id: employeeId, name: person.name }, details)
  return ok({ name: person.name, waits })
}

async function askToConfirm(tx: Tx, actor: Actor, { id, now }: LockedEmployee, email: string): Promise<void> {
  await tx.employee.update({ where: { id }, data: { pendingEmail: email } })
  await endLinks(tx, id, now, ['confirm_email'])
  await notify(tx, { kind: 'email-change-asked', employeeId: id, by: actor.name, after: maskEmail(email) })
  await enqueue(tx, 'email-link-mail', { employeeId: id })
}

/** A stranger at the mistyped address may have used the invitation: what was set with it ends. */
async function correct(tx: Tx, actor: Actor, { id, now }: LockedEmployee, email: string): Promise<void> {
  await endLinks(tx, id, now)
  await tx.credential.deleteMany({ where: { employeeId: id } })
  await tx.knownBrowser.deleteMany({ where: { employeeId: id } })
  await endAllSessions(tx, id)
  const changed = { version: { increment: 1 }, changedAt: now, changedBy: actor.name }
  await tx.employee.update({ where: { id }, data: { email, pendingEmail: null, ...changed } })
  await enqueue(tx, 'invitation-mail', { employeeId: id })
}
