import { db } from '@/lib/db'
import { isLinkLive } from '@/lib/mail-links/live-links'
import { storedId } from '@/lib/secrets/secret-id'
import type { MailLinkPurpose } from '@/prisma/client/client'

const purposes = ['invitation', 'password_reset'] as const satisfies readonly MailLinkPurpose[]

type FoundLink = {
  linkId: string
  purpose: (typeof purposes)[number]
  employeeId: string
  firmId: string
  firmName: string
  name: string
  email: string
}

/** Reads the link without consuming it: mail scanners open every link. */
export async function findLink(linkSecret: string): Promise<FoundLink | null> {
  if (!/^[\w-]{43}$/.test(linkSecret)) return null
  const [link] = await db.$queryRaw<FoundLink[]>`
    select l.id as "linkId", l.purpose::text as purpose, e.id as "employeeId", e.firm_id as "firmId",
      f.name as "firmName", e.name, e.email
    from mail_link l join employee e on e.id = l.employee_id join firm f on f.id = e.firm_id
    where l.id = ${storedId(linkSecret)} and l.purpose::text = any(${[...purposes]}) and ${isLinkLive} and e.active`
  return link ?? null
}
