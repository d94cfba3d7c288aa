import { db } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'

type Unfinished = { employeeId: string; place: string; browser: string; endedAt: Date }

/** Catches an attacker with the password: a push left to expire leaves no wrong token behind. */
export async function notifyUnfinished(): Promise<void> {
  await db.$transaction(async (tx) => {
    const unfinished = await tx.$queryRaw<Unfinished[]>`
      update pending_sign_in p set consumed_at = p.expires_at
      where p.consumed_at is null and p.purpose = 'sign_in' and p.expires_at < now()
        and not exists (
          select from known_browser k where k.employee_id = p.employee_id and k.browser_id = p.browser_id)
      returning p.employee_id as "employeeId", p.place, p.browser, p.expires_at as "endedAt"`
    const latest = new Map(unfinished.map((one) => [one.employeeId, one]))
    for (const { employeeId, place, browser, endedAt } of latest.values()) {
      const seen = { employeeId, place, browser, at: endedAt.toISOString() }
      await notify(tx, { kind: 'second-step-failed', ...seen })
    }
  })
}
