import { isEnough, type Method } from '@/lib/access/methods'
import { canBeRemembered, trustedDays } from '@/lib/access/trusted-browser'
import { record } from '@/lib/audit/record'
import { after } from '@/lib/clock'
import { db } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { findMethods } from '@/lib/sign-in-methods/queries'

export type Trusted = { secret: string; days: number }

type Holder = {
  employeeId: string
  firmId: string
  name: string
  role: 'admin' | 'tech' | 'support'
  trustDays: number
  provenAt: Date
  browser: string
  place: string
}

/** Locks firm, person and session: a policy or password change at this moment is seen here or ends the trust. */
export async function trustBrowser(
  sessionId: string,
  method: Method | null,
  replacedHash: string | null = null,
): Promise<Result<Trusted, 'not-allowed'>> {
  if (!canBeRemembered(method)) return refuse('not-allowed')
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`
      select 1 from firm where id = (select e.firm_id from employee e join session s on s.employee_id = e.id
        where s.id = ${sessionId}) for share`
    const session = await tx.session.findUnique({ where: { id: sessionId }, select: { employeeId: true } })
    if (!session) return refuse('not-allowed')
    await lockEmployee(tx, session.employeeId)
    const [holder] = await tx.$queryRaw<Holder[]>`
      select e.id as "employeeId", e.firm_id as "firmId", e.name, e.role::text as role, f.trust_days as "trustDays",
        s.second_factor_at as "provenAt", s.browser, s.place
      from session s join employee e on e.id = s.employee_id join firm f on f.id = e.firm_id
      where s.id = ${sessionId} and e.active and s.second_factor <> 'trusted-browser'
        and s.second_factor_at > now() - interval '10 minutes'`
    if (!holder) return refuse('not-allowed')
    const { employeeId, provenAt, browser, place } = holder
    const days = trustedDays(holder.role, holder.trustDays)
    const now = await findMethods(employeeId, tx)
    if (days === 0 || !now || !isEnough(method, now.role, now.policy)) return refuse('not-allowed')

    const secret = newSecretId()
    if (replacedHash) await tx.trustedBrowser.deleteMany({ where: { id: replacedHash, employeeId } })
    const expiresAt = after(provenAt, { days })
    await tx.trustedBrowser.create({
      data: { id: storedId(secret), employeeId, browser, place, provenAt, expiresAt },
    })
    await record(tx, holder, 'browser.trusted', undefined, { days })
    await notify(tx, { kind: 'browser-trusted', employeeId, place, browser })
    return ok({ secret, days })
  })
}
