import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { newSecretId, storedId } from '@/lib/session/secret-id'
import type { MailLinkPurpose } from '@/prisma/client/client'

export type MadeLink = { url: string; expiresAt: Date }

const hours: Record<MailLinkPurpose, number> = { invitation: 72, password_reset: 1 }

/**
 * A new single-use link of 256 random bits; the row keeps its hash. Only the newest of a purpose works: there is one open
 * row for it, which the new link takes over in the same statement (PW-4).
 */
export async function makeLink(tx: Tx, employeeId: string, purpose: MailLinkPurpose): Promise<MadeLink> {
  const secret = newSecretId()
  const [made] = await tx.$queryRaw<Array<{ expiresAt: Date }>>`
    insert into mail_link (id, employee_id, purpose, expires_at)
    values (${storedId(secret)}, ${employeeId}::uuid, ${purpose}::mail_link_purpose,
      now() + make_interval(hours => ${hours[purpose]}))
    on conflict (employee_id, purpose) where used_at is null
      do update set id = excluded.id, created_at = now(), expires_at = excluded.expires_at
    returning expires_at as "expiresAt"`
  if (!made) throw new Error('The link was not stored')
  return { url: `${env.PORTAL_URL}/set-password/${secret}`, expiresAt: made.expiresAt }
}
