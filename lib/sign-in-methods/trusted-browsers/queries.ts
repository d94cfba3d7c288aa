import type { Actor } from '@/lib/access/policy'
import { trustedDays } from '@/lib/access/trusted-browser'
import { db } from '@/lib/db'

export type TrustedBrowser = {
  id: string
  browser: string
  place: string
  provenAt: Date
  lastUsedAt: Date
  endsAt: Date
}

export async function listTrustedBrowsers(actor: Actor): Promise<TrustedBrowser[]> {
  return db.$queryRaw<TrustedBrowser[]>`
    select b.id, b.browser, b.place, b.proven_at as "provenAt", b.last_used_at as "lastUsedAt",
      least(b.expires_at, b.proven_at + make_interval(days => f.trust_days)) as "endsAt"
    from trusted_browser b join employee e on e.id = b.employee_id join firm f on f.id = e.firm_id
    where b.employee_id = ${actor.employeeId}::uuid and e.role = 'tech' and b.expires_at > now()
      and b.proven_at > now() - make_interval(days => f.trust_days)
    order by b.last_used_at desc
    limit 50`
}

export async function getTrustDays(person: { employeeId: string }): Promise<number> {
  const found = await db.employee.findUniqueOrThrow({
    where: { id: person.employeeId },
    select: { role: true, firm: { select: { trustDays: true } } },
  })
  return trustedDays(found.role, found.firm.trustDays)
}
