import type { Tx } from '@/lib/db'

/**
 * A remembered browser stands for the second step of a tech, for as many days as the firm allows now. Answers when the step
 * was proven there; null when it does not count.
 */
export async function spendRemembered(tx: Tx, employeeId: string, browserHash: string): Promise<Date | null> {
  const [browser] = await tx.$queryRaw<Array<{ provenAt: Date }>>`
    update remembered_browser b set last_used_at = now()
    from employee e join firm f on f.id = e.firm_id
    where b.id = ${browserHash} and b.employee_id = ${employeeId}::uuid and e.id = b.employee_id and b.expires_at > now()
      and e.active and e.role = 'tech' and e.factor_reset_at is null
      and b.proven_at > now() - make_interval(days => f.remember_days)
    returning b.proven_at as "provenAt"`
  return browser?.provenAt ?? null
}
