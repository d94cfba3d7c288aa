import { db } from '@/lib/db'
import { type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { keepChallenge } from './challenges'
import { optionsToUse, type UsingOptions } from './webauthn'

export type StartOwnRefusal = 'none' | 'too-many-tries'

// Counted per network, so an attacker with the password cannot block the person's passkey.
const perPersonAndNetwork: Limit = { name: 'passkey-ask', points: 60, seconds: 15 * 60 }

export async function startOwnPasskey({
  pendingId,
  employeeId,
  isReset,
  network,
}: PendingSignIn): Promise<Result<UsingOptions, StartOwnRefusal>> {
  const opensAt = await takeOrWait(perPersonAndNetwork, `${employeeId}|${network}`)
  if (opensAt) return refuse('too-many-tries', opensAt)
  const known = await db.passkey.findMany({
    where: { employeeId, clonedAt: null },
    select: { credentialId: true, transports: true },
  })
  if (isReset || known.length === 0) return refuse('none')

  const options = await optionsToUse(known)
  await keepChallenge(options.challenge, { purpose: 'second_step', askedBy: pendingId, employeeId })
  return ok(options)
}
