import type { Tx } from '@/lib/db'

/**
 * A remembered browser stands for the second step of a tech's sign-in, for as many days as the firm allows now, and only in a
 * network that the person has signed in from before: a cookie that was copied elsewhere is worth nothing. Whatever was
 * changed since the proof (password, number, role) ends it, whoever made the change. Answers when the step was proven
 * there, and never so lately that it could pass for a fresh proof; null when it does not count.
 */
export async function consumeTrustedBrowser(
  tx: Tx,
  pendingId: string,
  browserHash: string,
): Promise<Date | null> {
  const [browser] = await tx.$queryRaw<Array<{ provenAt: Date }>>`
    update trusted_browser b set last_used_at = now()
    from pending_sign_in p join employee e on e.id = p.employee_id join firm f on f.id = e.firm_id
      join credential c on c.employee_id = e.id
    where p.id = ${pendingId} and p.purpose = 'sign_in' and b.id = ${browserHash} and b.employee_id = e.id
      and e.active and e.role = 'tech' and e.factor_reset_at is null
      and b.expires_at > now() and b.proven_at > now() - make_interval(days => f.trust_days)
      and b.proven_at > greatest(c.changed_at, e.number_changed_at, e.role_changed_at)
      and exists (select from known_network n where n.employee_id = e.id and n.network = p.network)
    returning least(b.proven_at, now() - interval '10 minutes') as "provenAt"`
  return browser?.provenAt ?? null
}
