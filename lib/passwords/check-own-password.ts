import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { giveBack, type Limit, take } from '@/lib/rate-limit'
import { type Refusal, refuse } from '@/lib/result'
import { endOwnSession } from '@/lib/session/sign-out'
import { type StoredPassword, verifyPassword } from './password'

export type OwnPasswordRefusal = 'wrong-password' | 'busy' | 'too-many-tries' | 'session-ended'

const perPerson: Limit = { name: 'own-password', points: 10, seconds: 24 * 60 * 60 }

/** One count for every password asked in a session: an attacker with a stolen one must not guess all day. */
export async function checkOwnPassword(
  actor: Actor,
  typed: string,
  stored: StoredPassword | null,
  page: 'step-up' | 'security',
): Promise<Refusal<OwnPasswordRefusal> | null> {
  const taken = await take(perPerson, actor.employeeId)
  if (!taken.ok) return refuse('too-many-tries', taken.opensAt)
  const matches = await verifyPassword(typed, stored, actor.firmId)
  // Right ones are not counted, nor what was not compared.
  if (matches !== false) await giveBack(perPerson, actor.employeeId)
  if (matches === 'busy') return refuse('busy')
  if (matches) return null
  return db.$transaction(async (tx) => {
    await record(tx, actor, 'sign-in.wrong-password', undefined, { page })
    if (taken.left > 0) return refuse('wrong-password')
    const { employeeId, place, browser } = actor
    if (await endOwnSession(tx, actor)) await record(tx, actor, 'session.guessed')
    await notify(tx, { kind: 'session-guessed', employeeId, place, browser })
    return refuse('session-ended')
  })
}
