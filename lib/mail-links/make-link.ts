import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import type { MailLinkPurpose } from '@/prisma/client/client'

type MadeLink = { url: string; expiresAt: Date }

const hours: Record<MailLinkPurpose, number> = {
  invitation: 72,
  password_reset: 1,
  phone_enrollment: 24,
  one_time_pass: 1,
  confirm_number: 72,
  confirm_email: 72,
}

type AddressedPurpose = Exclude<MailLinkPurpose, 'one_time_pass'>
const pages: Record<AddressedPurpose, string> = {
  invitation: 'set-password',
  password_reset: 'set-password',
  phone_enrollment: 'new-phone',
  confirm_number: 'confirm-number',
  confirm_email: 'confirm-email',
}

export async function makeLink(tx: Tx, employeeId: string, purpose: AddressedPurpose): Promise<MadeLink> {
  const secret = newSecretId()
  const expiresAt = await storeLink(tx, { id: storedId(secret), employeeId, purpose })
  return { url: `${env.PORTAL_URL}/${pages[purpose]}/${secret}`, expiresAt }
}

/** Replaces the open link of the same purpose in one statement: only the newest works. */
export async function storeLink(
  tx: Tx,
  { id, employeeId, purpose }: { id: string; employeeId: string; purpose: MailLinkPurpose },
): Promise<Date> {
  const [stored] = await tx.$queryRaw<Array<{ expiresAt: Date }>>`
    insert into mail_link (id, employee_id, purpose, expires_at)
    values (${id}, ${employeeId}::uuid, ${purpose}::mail_link_purpose,
      now() + make_interval(hours => ${hours[purpose]}))
    on conflict (employee_id, purpose) where used_at is null
      do update set id = excluded.id, created_at = now(), expires_at = excluded.expires_at
    returning expires_at as "expiresAt"`
  if (!stored) throw new Error('The link was not stored')
  return stored.expiresAt
}
