import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { FreshActor } from '@/lib/session/fresh-actor'
import { confirmMinutes, maxApps } from './rules'
import { seal } from './sealed-secret'
import { newTotpSecret, totpUri } from './totp'

export type NewAuthenticator = { appId: string; secret: string; uri: string }

/**
 * A new secret for an app, shown once: it is no way in before `confirmAuthenticator`. One that was begun before and not
 * confirmed goes.
 */
export async function startApp(
  freshActor: FreshActor,
  name: string,
): Promise<Result<NewAuthenticator, 'too-many'>> {
  const appId = crypto.randomUUID()
  const secret = newTotpSecret()
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from employee where id = ${freshActor.employeeId}::uuid for no key update`
    await tx.$executeRaw`
      delete from totp_app where employee_id = ${freshActor.employeeId}::uuid and confirmed_at is null
        and (added_in = ${freshActor.boundTo} or created_at < now() - make_interval(mins => ${confirmMinutes}))`
    const count = await tx.totpApp.count({ where: { employeeId: freshActor.employeeId } })
    if (count >= maxApps) return refuse('too-many')

    await tx.$executeRaw`
      insert into totp_app (id, employee_id, name, sealed_secret, added_in)
      values (${appId}::uuid, ${freshActor.employeeId}::uuid, ${name}, ${seal(secret, appId)}, ${freshActor.boundTo})`
    return ok({ appId, secret, uri: totpUri(secret, freshActor.email) })
  })
}
