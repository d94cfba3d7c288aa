import type { PushMode } from '@/prisma/client/enums'

export const pushSeconds = 120
export const pushWindowMinutes = 10
export const deniedDays = 30
export const maxPushesInVain = 3

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

export type CodeReason = 'firm' | 'denied-lately' | 'new-browser' | 'new-network'

/** Null where a swipe is enough. Stops a coaxed approval: the code would have to reach the attacker's browser too. */
export function codeReason(firmMode: PushMode, signals: PushSignals): CodeReason | null {
  if (firmMode === 'swipe') return null
  if (firmMode === 'typed') return 'firm'
  if (signals.wasDeniedLately) return 'denied-lately'
  if (!signals.hasSignedInBefore) return null
  if (!signals.knowsBrowser) return 'new-browser'
  return signals.knowsNetwork ? null : 'new-network'
}
