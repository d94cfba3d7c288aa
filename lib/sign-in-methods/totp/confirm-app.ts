import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { tell } from '@/lib/notifications/notify'
import { type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { Binder } from '@/lib/session/fresh-actor'
import { holdBinder } from '@/lib/session/lock-fresh-actor'
import { markEnrolled } from '@/lib/sign-in-methods/update-enrolled'
import { type ConfirmAppRefusal, confirmMinutes } from './rules'
import { unseal } from './sealed-secret'
import { readAppToken, stepOf } from './totp'

const perPerson: Limit = { name: 'confirm-authenticator', points: 20, seconds: 15 * 60 }

/** The first token shows that the app has the secret: from now on it is a way in. Its step is spent. */
export async function confirmAuthenticator(
  binder: Binder,
  authenticatorId: string,
  token: string,
): Promise<Result<void, ConfirmAppRefusal>> {
  if (!(await takeOne(perPerson, binder.employeeId))) return refuse('too-many-tries')
  const { employeeId, boundTo, place, browser } = binder
  return db.$transaction(async (tx) => {
    if (!(await holdBinder(tx, binder))) return refuse('not-found')
    const [app] = await tx.$queryRaw<Array<{ name: string; sealedSecret: string; now: Date }>>`
      select name, sealed_secret as "sealedSecret", now() as now from authenticator
      where id = ${authenticatorId}::uuid and employee_id = ${employeeId}::uuid and added_in = ${boundTo}
        and confirmed_at is null and created_at > now() - make_interval(mins => ${confirmMinutes})`
    if (!app) return refuse('not-found')
    const secret = unseal(app.sealedSecret, authenticatorId)
    if (!secret) throw new Error('A secret that was sealed minutes ago does not open')
    const step = stepOf(secret, readAppToken(token), app.now)
    if (step === null) return refuse('wrong')

    await tx.$executeRaw`
      update authenticator set confirmed_at = now(), last_step = ${step} where id = ${authenticatorId}::uuid`
    await markEnrolled(tx, binder)
    await record(tx, binder, 'way.added', { id: employeeId, name: binder.name }, { app: app.name })
    const way = { kind: 'app' as const, id: authenticatorId, name: app.name }
    await tell(tx, { kind: 'way-added', employeeId, at: new Date().toISOString(), place, browser, way })
    return ok()
  })
}
