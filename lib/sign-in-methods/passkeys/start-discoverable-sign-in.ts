import { type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { networkOf } from '@/lib/session/visitor'
import { keepChallenge } from './challenges'
import { optionsToUse, type UsingOptions } from './webauthn'

// Every view of the sign-in page asks once, and a firm may share one address.
const perNetwork: Limit = { name: 'passkey-ask-network', points: 600, seconds: 15 * 60 }

export async function startDiscoverableSignIn({
  address,
  browserId,
}: {
  address: string
  browserId: string
}): Promise<Result<UsingOptions, 'too-many-tries'>> {
  const opensAt = await takeOrWait(perNetwork, networkOf(address))
  if (opensAt) return refuse('too-many-tries', opensAt)
  const options = await optionsToUse()
  await keepChallenge(options.challenge, { purpose: 'sign_in', askedBy: browserId, employeeId: null })
  return ok(options)
}
