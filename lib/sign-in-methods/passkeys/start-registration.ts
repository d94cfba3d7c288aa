import { db } from '@/lib/db'
import { type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { FreshActor } from '@/lib/session/fresh-actor'
import { keepChallenge } from './challenges'
import { maxPasskeys } from './rules'
import { type AddingOptions, optionsToAdd } from './webauthn'

export type StartRegistrationRefusal = 'too-many' | 'too-many-tries'

const perPerson: Limit = { name: 'passkey-add', points: 30, seconds: 15 * 60 }

export async function startPasskeyRegistration(
  freshActor: FreshActor,
): Promise<Result<AddingOptions, StartRegistrationRefusal>> {
  const { employeeId, boundTo } = freshActor
  const opensAt = await takeOrWait(perPerson, employeeId)
  if (opensAt) return refuse('too-many-tries', opensAt)
  const known = await db.passkey.findMany({
    where: { employeeId },
    select: { credentialId: true, transports: true },
  })
  if (known.length >= maxPasskeys) return refuse('too-many')

  const options = await optionsToAdd(freshActor, known)
  await keepChallenge(options.challenge, { purpose: 'add', askedBy: boundTo, employeeId })
  return ok(options)
}
