import { record } from '@/lib/audit/record'
import { before } from '@/lib/clock'
import { db } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { FreshActor } from '@/lib/session/fresh-actor'
import { lockFreshActor } from '@/lib/session/lock-fresh-actor'
import { updateEnrolled } from '@/lib/sign-in-methods/update-enrolled'
import { type ConfirmAppRefusal, confirmMinutes } from './rules'
import { unseal } from './sealed-secret'
import { stepOf } from './totp'

const perPerson: Limit = { name: 'confirm-app', points: 20, seconds: 15 * 60 }

export async function confirmApp(
  freshActor: FreshActor,
  appId: string,
  token: string,
): Promise<Result<void, ConfirmAppRefusal>> {
  const opensAt = await takeOrWait(perPerson, freshActor.employeeId)
  if (opensAt) return refuse('too-many-tries', opensAt)
  const { employeeId, boundTo, place, browser } = freshActor
  return db.$transaction(async (tx) => {
    const person = await lockFreshActor(tx, freshActor)
    if (!person) return refuse('not-found')
    const createdAt = { gt: before(person.now, { minutes: confirmMinutes }) }
    const app = await tx.totpApp.findUnique({
      where: { id: appId, employeeId, addedIn: boundTo, confirmedAt: null, createdAt },
    })
    if (!app) return refuse('not-found')
    const secret = unseal(app.sealedSecret, appId)
    if (!secret) throw new Error('A secret that was sealed minutes ago does not open')
    const step = stepOf(secret, token, person.now)
    if (step === null) return refuse('wrong')

    await tx.totpApp.update({ where: { id: appId }, data: { confirmedAt: person.now, lastStep: step } })
    await updateEnrolled(tx, freshActor)
    await record(tx, freshActor, 'method.added', { id: employeeId, name: freshActor.name }, { app: app.name })
    const method = { kind: 'app' as const, id: appId, name: app.name }
    await notify(tx, { kind: 'method-added', employeeId, place, browser, method })
    return ok()
  })
}
