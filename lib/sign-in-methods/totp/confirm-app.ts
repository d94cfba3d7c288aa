import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { FreshActor } from '@/lib/session/fresh-actor'
import { lockFreshActor } from '@/lib/session/lock-fresh-actor'
import { updateEnrolled } from '@/lib/sign-in-methods/update-enrolled'
import { type ConfirmAppRefusal, confirmMinutes } from './rules'
import { unseal } from './sealed-secret'
import { readAppToken, stepOf } from './totp'

const perPerson: Limit = { name: 'confirm-app', points: 20, seconds: 15 * 60 }

/** The first token shows that the app has the secret: from now on it is a way in. Its step is spent. */
export async function confirmApp(
  freshActor: FreshActor,
  appId: string,
  token: string,
): Promise<Result<void, ConfirmAppRefusal>> {
  if (!(await takeOne(perPerson, freshActor.employeeId))) return refuse('too-many-tries')
  const { employeeId, boundTo, place, browser } = freshActor
  return db.$transaction(async (tx) => {
    if (!(await lockFreshActor(tx, freshActor))) return refuse('not-found')
    const [app] = await tx.$queryRaw<Array<{ name: string; sealedSecret: string; now: Date }>>`
      select name, sealed_secret as "sealedSecret", now() as now from totp_app
      where id = ${appId}::uuid and employee_id = ${employeeId}::uuid and added_in = ${boundTo}
        and confirmed_at is null and created_at > now() - make_interval(mins => ${confirmMinutes})`
    if (!app) return refuse('not-found')
    const secret = unseal(app.sealedSecret, appId)
    if (!secret) throw new Error('A secret that was sealed minutes ago does not open')
    const step = stepOf(secret, readAppToken(token), app.now)
    if (step === null) return refuse('wrong')

    await tx.$executeRaw`
      update totp_app set confirmed_at = now(), last_step = ${step} where id = ${appId}::uuid`
    await updateEnrolled(tx, freshActor)
    await record(tx, freshActor, 'method.added', { id: employeeId, name: freshActor.name }, { app: app.name })
    const method = { kind: 'app' as const, id: appId, name: app.name }
    await notify(tx, {
      kind: 'method-added',
      employeeId,
      at: new Date().toISOString(),
      place,
      browser,
      method,
    })
    return ok()
  })
}
