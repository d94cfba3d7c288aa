import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import type { FreshActor } from '@/lib/session/fresh-actor'
import { lockFreshActor } from '@/lib/session/lock-fresh-actor'
import { updateEnrolled } from '@/lib/sign-in-methods/update-enrolled'
import { type AskedOf, dropChallenge } from './challenges'
import { maxPasskeys } from './rules'
import type { NewPasskey } from './schema'
import { challengeOf, readNewPasskey } from './webauthn'

export type AddPasskeyRefusal =
  | 'unasked' // the challenge was answered, is too old, or is not of this session
  | 'wrong'
  | 'known'
  | 'too-many'

export async function addPasskey(
  freshActor: FreshActor,
  name: string,
  response: NewPasskey,
): Promise<Result<{ passkeyId: string }, AddPasskeyRefusal>> {
  const { employeeId, place, browser } = freshActor
  const challenge = challengeOf(response)
  if (!challenge) return refuse('unasked')
  const made = await readNewPasskey(response, challenge)
  const asked: AskedOf = { purpose: 'add', askedBy: freshActor.boundTo, employeeId }

  return db.$transaction(async (tx) => {
    if (!(await lockFreshActor(tx, freshActor))) return refuse('unasked')
    if (!(await dropChallenge(tx, challenge, asked))) return refuse('unasked')
    if (!made) return refuse('wrong')
    if ((await tx.passkey.count({ where: { employeeId } })) >= maxPasskeys) return refuse('too-many')

    const { transports } = response.response
    const passkeyId = crypto.randomUUID()
    const added = await tx.passkey.createMany({
      data: { id: passkeyId, employeeId, name, transports, ...made },
      skipDuplicates: true,
    })
    if (added.count === 0) return refuse('known')

    await updateEnrolled(tx, freshActor)
    await record(tx, freshActor, 'method.added', { id: employeeId, name: freshActor.name }, { passkey: name })
    const method = { kind: 'passkey' as const, id: passkeyId, name }
    await notify(tx, { kind: 'method-added', employeeId, place, browser, method })
    return ok({ passkeyId })
  })
}
