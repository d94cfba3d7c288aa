import { isEnough, type Way } from '@/lib/access/methods'
import { canBeRemembered, rememberedDays } from '@/lib/access/trusted-browser'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { tell } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { findWays } from '@/lib/sign-in-methods/queries'

/** `secret` is for the browser's cookie alone. */
export type Remembered = { secret: string; days: number }

type Holder = {
  employeeId: string
  firmId: string
  name: string
  role: 'admin' | 'tech' | 'support'
  rememberDays: number
  browser: string
  place: string
}

/**
 * Has the browser of a session remembered, in which a second step was proven a moment ago by `way`. Firm, person and session
 * are held meanwhile: a policy or password that changes in the same moment is seen here, or takes this browser away.
 * `replacedHash`: what the browser was remembered by before.
 */
export async function rememberBrowser(
  sessionId: string,
  way: Way | null,
  replacedHash: string | null = null,
): Promise<Result<Remembered, 'not-allowed'>> {
  if (!canBeRemembered(way)) return refuse('not-allowed')
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`
      select 1 from firm where id = (select e.firm_id from employee e join session s on s.employee_id = e.id
        where s.id = ${sessionId}) for share`
    await tx.$queryRaw`
      select 1 from employee where id = (select employee_id from session where id = ${sessionId}) for no key update`
    const [holder] = await tx.$queryRaw<Holder[]>`
      select e.id as "employeeId", e.firm_id as "firmId", e.name, e.role::text as role, f.remember_days as "rememberDays",
        s.browser, s.place
      from session s join employee e on e.id = s.employee_id join firm f on f.id = e.firm_id
      where s.id = ${sessionId} and e.active and s.second_factor <> 'remembered'
        and s.second_factor_at > now() - interval '10 minutes'`
    if (!holder) return refuse('not-allowed')
    const { employeeId, browser, place } = holder
    const days = rememberedDays(holder.role, holder.rememberDays)
    const now = await findWays(employeeId, tx)
    if (days === 0 || !now || !isEnough(way, now.role, now.policy)) return refuse('not-allowed')

    const secret = newSecretId()
    if (replacedHash) await tx.rememberedBrowser.deleteMany({ where: { id: replacedHash, employeeId } })
    await tx.$executeRaw`
      insert into remembered_browser (id, employee_id, browser, place, proven_at, expires_at)
      select ${storedId(secret)}, s.employee_id, s.browser, s.place, s.second_factor_at,
        s.second_factor_at + make_interval(days => ${days})
      from session s where s.id = ${sessionId}`
    await record(tx, holder, 'browser.remembered', undefined, { days })
    await tell(tx, { kind: 'browser-remembered', employeeId, at: new Date().toISOString(), place, browser })
    return ok({ secret, days })
  })
}
