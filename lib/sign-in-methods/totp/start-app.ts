import { before } from '@/lib/clock'
import { db } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { ok, type Result, refuse } from '@/lib/result'
import type { FreshActor } from '@/lib/session/fresh-actor'
import { confirmMinutes, maxApps } from './rules'
import { seal } from './sealed-secret'
import { newTotpSecret, totpUri } from './totp'

export type NewAuthenticator = { appId: string; secret: string; uri: string }

export async function startApp(
  { employeeId, boundTo, email }: FreshActor,
  name: string,
): Promise<Result<NewAuthenticator, 'too-many'>> {
  const appId = crypto.randomUUID()
  const secret = newTotpSecret()
  return db.$transaction(async (tx) => {
    const person = await lockEmployee(tx, employeeId)
    if (!person) throw new Error(`Employee ${employeeId} is gone`)
    const createdAt = { lt: before(person.now, { minutes: confirmMinutes }) }
    await tx.totpApp.deleteMany({
      where: { employeeId, confirmedAt: null, OR: [{ addedIn: boundTo }, { createdAt }] },
    })
    const count = await tx.totpApp.count({ where: { employeeId } })
    if (count >= maxApps) return refuse('too-many')

    const sealedSecret = seal(secret, appId)
    await tx.totpApp.create({ data: { id: appId, employeeId, name, sealedSecret, addedIn: boundTo } })
    return ok({ appId, secret, uri: totpUri(secret, email) })
  })
}
