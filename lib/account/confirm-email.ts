import { record } from '@/lib/audit/record'
import { type ConstraintRefusal, refuseLostRaces } from '@/lib/constraint-refusal'
import { maskEmail } from '@/lib/contact/email-address'
import { db, type Tx } from '@/lib/db'
import { endLinks, isLinkLive, lockLinks } from '@/lib/mail-links/live-links'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'
import type { FreshActor } from '@/lib/session/fresh-actor'
import { lockFreshActor } from '@/lib/session/lock-fresh-actor'

type ConfirmEmailRefusal = 'link-ended' | ConstraintRefusal

export async function findEmailChange(
  { employeeId }: { employeeId: string },
  linkSecret: string,
  tx: Tx = db,
) {
  const [found] = await tx.$queryRaw<Array<{ email: string; pendingEmail: string }>>`
    select e.email, e.pending_email as "pendingEmail" from mail_link l join employee e on e.id = l.employee_id
    where l.id = ${storedId(linkSecret)} and l.purpose = 'confirm_email' and ${isLinkLive}
      and e.id = ${employeeId}::uuid and e.active and e.pending_email is not null`
  return found ?? null
}

/** The link proves the new mailbox, the step-up the person: neither an admin nor a copied session takes over an account. */
export async function confirmEmail(
  freshActor: FreshActor,
  linkSecret: string,
): Promise<Result<{ email: string }, ConfirmEmailRefusal>> {
  return refuseLostRaces(() => db.$transaction((tx) => confirm(tx, freshActor, linkSecret)))
}

async function confirm(
  tx: Tx,
  freshActor: FreshActor,
  linkSecret: string,
): Promise<Result<{ email: string }, 'link-ended'>> {
  const { employeeId, firmId, place, browser } = freshActor
  await lockLinks(tx, employeeId, firmId)
  const person = await lockFreshActor(tx, freshActor)
  const change = person && (await findEmailChange(freshActor, linkSecret, tx))
  if (!change) return refuse('link-ended')
  const { email: before, pendingEmail: after } = change

  const data = { email: after, pendingEmail: null, version: { increment: 1 }, changedAt: person.now }
  await tx.employee.update({ where: { id: employeeId }, data: { ...data, changedBy: person.name } })
  // Links that were mailed to the old address must not open the account.
  await endLinks(tx, employeeId, person.now)
  const details = { email: { before: maskEmail(before), after: maskEmail(after) } }
  await record(tx, freshActor, 'employee.email-changed', { id: employeeId, name: person.name }, details)
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
