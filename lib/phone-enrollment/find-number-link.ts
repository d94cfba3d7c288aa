import { db, type Tx } from '@/lib/db'
import { isLinkLive } from '@/lib/mail-links/live-links'
import { storedId } from '@/lib/secrets/secret-id'
import { findPendingNumberProof, type PendingSignIn } from '@/lib/session/pending-sign-ins'
import { Prisma } from '@/prisma/client/client'

type NumberLink = { linkId: string; employeeId: string; email: string; hasPassword: boolean }

/**
 * While the link `l` of the employee `e` of a query can confirm the number on file. A number that was changed after the link was
 * made is another one, which nobody was asked about; whose second step was reset needs a set-up, not this.
 */
const canConfirm = Prisma.sql`
  l.purpose = 'confirm_number' and ${isLinkLive} and e.active and e.mobile_number is not null
  and e.number_proven_at is null and e.factor_reset_at is null and coalesce(e.number_changed_at <= l.created_at, true)`

/** The person a link was mailed to, while it can be used. Looking does not use it: mail scanners open every link. */
export async function findNumberLink(linkSecret: string): Promise<NumberLink | null> {
  if (!/^[\w-]{43}$/.test(linkSecret)) return null
  const [link] = await db.$queryRaw<NumberLink[]>`
    select l.id as "linkId", e.id as "employeeId", e.email,
      exists (select from credential k where k.employee_id = e.id) as "hasPassword"
    from mail_link l join employee e on e.id = l.employee_id
    where l.id = ${storedId(linkSecret)} and ${canConfirm}`
  return link ?? null
}

/** This browser has shown the password and a live link of the same person: it may prove the number on file, and nothing else. */
export type NumberProof = PendingSignIn & { linkId: string; mobileNumber: string }

export async function findNumberProof(pendingId: string, tx: Tx = db): Promise<NumberProof | null> {
  const started = await findPendingNumberProof(pendingId, tx)
  if (!started) return null
  const [live] = await tx.$queryRaw<Array<{ linkId: string; mobileNumber: string }>>`
    select l.id as "linkId", e.mobile_number as "mobileNumber"
    from pending_sign_in p join mail_link l on l.id = p.enrollment_link_id and l.employee_id = p.employee_id
      join employee e on e.id = p.employee_id
    where p.id = ${pendingId} and ${canConfirm}`
  return live ? { ...started, ...live } : null
}

/** Whether this very browser has just confirmed a number with this link. */
export async function wasConfirmedHere(pendingId: string, linkSecret: string): Promise<boolean> {
  const done = await db.$queryRaw<unknown[]>`
    select from pending_sign_in p join mail_link l on l.id = p.enrollment_link_id
    where p.id = ${pendingId} and l.id = ${storedId(linkSecret)} and p.purpose = 'prove_number'
      and p.consumed_at is not null and l.used_at is not null`
  return done.length > 0
}
