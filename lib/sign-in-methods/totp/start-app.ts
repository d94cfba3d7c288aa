import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { Binder } from '@/lib/session/fresh-actor'
import { confirmMinutes, maxAuthenticators } from './rules'
import { seal } from './sealed-secret'
import { newTotpSecret, totpUri } from './totp'

export type NewAuthenticator = { authenticatorId: string; secret: string; uri: string }

/**
 * A new secret for an app, shown once: it is no way in before `confirmAuthenticator`. One that was begun before and not
 * confirmed goes.
 */
export async function startAuthenticator(
  binder: Binder,
  name: string,
): Promise<Result<NewAuthenticator, 'too-many'>> {
  const authenticatorId = crypto.randomUUID()
  const secret = newTotpSecret()
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from employee where id = ${binder.employeeId}::uuid for no key update`
    await tx.$executeRaw`
      delete from authenticator where employee_id = ${binder.employeeId}::uuid and confirmed_at is null
        and (added_in = ${binder.boundTo} or created_at < now() - make_interval(mins => ${confirmMinutes}))`
    const count = await tx.authenticator.count({ where: { employeeId: binder.employeeId } })
    if (count >= maxAuthenticators) return refuse('too-many')

    await tx.$executeRaw`
      insert into authenticator (id, employee_id, name, sealed_secret, added_in)
      values (${authenticatorId}::uuid, ${binder.employeeId}::uuid, ${name}, ${seal(secret, authenticatorId)}, ${binder.boundTo})`
    return ok({ authenticatorId, secret, uri: totpUri(secret, binder.email) })
  })
}
