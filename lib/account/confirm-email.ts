import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { type ConstraintRefusal, refuseLostRaces } from '@/lib/constraint-refusal'
import { maskEmail } from '@/lib/contact/email-address'
import { db, type Tx } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { endLinks, isLinkLive, lockLinks } from '@/lib/mail-links/live-links'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'

type ConfirmEmailRefusal = 'link-ended' | ConstraintRefusal

/** Reads the link without consuming it. Only the person's own session finds it. */
export async function findEmailChange(actor: Actor, linkSecret: string, tx: Tx = db) {
  const [found] = await tx.$queryRaw<Array<{ email: string; pendingEmail: string }>>`
    select e.email, e.pending_email as "pendingEmail" from mail_link l join employee e on e.id = l.employee_id
    where l.id = ${storedId(linkSecret)} and l.purpose = 'confirm_email' and ${isLinkLive}
      and e.id = ${actor.employeeId}::uuid and e.active and e.pending_email is not null`
  return found ?? null
}

/** The link proves the new mailbox and the session the person, so an admin cannot take over an account with it. */
export async function confirmEmail(
  actor: Actor,
  linkSecret: string,
): Promise<Result<{ email: string }, ConfirmEmailRefusal>> {
  return refuseLostRaces(() => db.$transaction((tx) => confirm(tx, actor, linkSecret)))
}

async function confirm(
  tx: Tx,
  actor: Actor,
  linkSecret: string,
): Promise<Result<{ email: string }, 'link-ended'>> {
  const { employeeId, place, browser } = actor
  await lockLinks(tx, employeeId, actor.firmId)
  const person = await lockEmployee(tx, employeeId)
  const change = person && (await findEmailChange(actor, linkSecret, tx))
  if (!change) return refuse('link-ended')
  const { email: before, pendingEmail: after } = change

  const data = { email: after, pendingEmail: null, version: { increment: 1 }, changedAt: person.now }
  await tx.employee.update({ where: { id: employeeId }, data: { ...data, changedBy: person.name } })
  // Links that were mailed to the old address must not open the account.
  await endLinks(tx, employeeId, person.now)
  const details = { email: { before: maskEmail(before), after: maskEmail(after) } }
  await record(tx, actor, 'employee.email-changed', { id: employeeId, name: person.name }, details)
  await notify(tx, { kind: 'email-changed', employeeId, place, browser, before, after }, { alsoTo: before })
  return ok({ email: after })
}

/** Undoes the change for a person who did not make it. Null: another account has the old address by now. */
export async function restoreEmail(
  tx: Tx,
  employeeId: string,
  { before, after }: { before: string; after: string },
): Promise<string | null> {
  const restored = await tx.$executeRaw`
    update employee set email = ${before}, pending_email = null
    where id = ${employeeId}::uuid and email = ${after} and not exists (select from employee where email = ${before})`
  return restored === 1 ? before : null
}
