import type { PushMode } from '@/prisma/client/enums'

export const pushSeconds = 120
export const pushWindowMinutes = 10
export const deniedDays = 30
const maxPushesInVain = 3

export type PushStanding = { isAllowed: boolean; areLocked: boolean; inVainInWindow: number }

/** Stops push fatigue: an attacker with the password could send alerts until the person approves one. */
export function pushRefusal({
  isAllowed,
  areLocked,
  inVainInWindow,
}: PushStanding): 'push-not-allowed' | 'pushes-locked' | 'too-many-pushes' | null {
  if (!isAllowed) return 'push-not-allowed'
  if (areLocked) return 'pushes-locked'
  return inVainInWindow >= maxPushesInVain ? 'too-many-pushes' : null
}

export type PushSignals = {
  hasSignedInBefore: boolean
  knowsBrowser: boolean
  knowsNetwork: boolean
  wasDeniedLately: boolean
}

/** Stops a coaxed approval, since the code would also have to reach the attacker's browser. */
export function isCodeTyped(firmMode: PushMode, signals: PushSignals): boolean {
  if (firmMode === 'typed' || signals.wasDeniedLately) return true
  return signals.hasSignedInBefore && !(signals.knowsBrowser && signals.knowsNetwork)
}
