import { db, type Tx } from '@/lib/db'
import { isLinkLive } from '@/lib/mail-links/live-links'
import { storedId } from '@/lib/secrets/secret-id'
import { findPendingNumberProof, type PendingSignIn } from '@/lib/session/pending-sign-ins'
import { Prisma } from '@/prisma/client/client'

type NumberLink = { linkId: string; employeeId: string; email: string; hasPassword: boolean }

/** Refuses a link older than the number, and a reset second factor, which needs a phone enrollment. */
const canConfirm = Prisma.sql`
  l.purpose = 'confirm_number' and ${isLinkLive} and e.active and e.mobile_number is not null
  and e.number_proven_at is null and e.factor_reset_at is null and coalesce(e.number_changed_at <= l.created_at, true)`

export async function findNumberLink(linkSecret: string): Promise<NumberLink | null> {
  if (!/^[\w-]{43}$/.test(linkSecret)) return null
  const [link] = await db.$queryRaw<NumberLink[]>`
    select l.id as "linkId", e.id as "employeeId", e.email,
      exists (select from credential k where k.employee_id = e.id) as "hasPassword"
    from mail_link l join employee e on e.id = l.employee_id
    where l.id = ${storedId(linkSecret)} and ${canConfirm}`
  return link ?? null
}

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

export async function wasConfirmedHere(pendingId: string, linkSecret: string): Promise<boolean> {
  const done = await db.$queryRaw<unknown[]>`
    select from pending_sign_in p join mail_link l on l.id = p.enrollment_link_id
    where p.id = ${pendingId} and l.id = ${storedId(linkSecret)} and p.purpose = 'prove_number'
      and p.consumed_at is not null and l.used_at is not null`
  return done.length > 0
}
