import type { PushMode } from '@/prisma/client/enums'

export const pushSeconds = 120
export const pushWindowMinutes = 10
/** How long after a denial a push needs a typed code. */
export const deniedDays = 30
const maxPushesInVain = 3

/** What is known when a push is asked for. `isAllowed`: the firm allows push for this person. */
export type PushStanding = { isAllowed: boolean; areLocked: boolean; inVainInWindow: number }

/**
 * Limits pushes: a stolen password must not become a stream of alerts that a person approves to end it. After a denial there are
 * none until the person turns them on again. A push counts as in vain if it led to no sign-in.
 */
export function pushRefusal({
  isAllowed,
  areLocked,
  inVainInWindow,
}: PushStanding): 'push-not-allowed' | 'pushes-locked' | 'too-many-pushes' | null {
  if (!isAllowed) return 'push-not-allowed'
  if (areLocked) return 'pushes-locked'
  return inVainInWindow >= maxPushesInVain ? 'too-many-pushes' : null
}

/** Where a sign-in comes from, compared with where this person has completed one before: see docs/signals.md. */
export type PushSignals = {
  hasSignedInBefore: boolean
  knowsBrowser: boolean
  knowsNetwork: boolean
  wasDeniedLately: boolean
}

/**
 * Whether an approval counts only with the code that the phone shows, typed into the browser. An attacker can talk a person into a
 * swipe, but the code has to reach the attacker's browser. A first sign-in has nothing to be compared with.
 */
export function isCodeTyped(firmMode: PushMode, signals: PushSignals): boolean {
  if (firmMode === 'typed' || signals.wasDeniedLately) return true
  return signals.hasSignedInBefore && !(signals.knowsBrowser && signals.knowsNetwork)
}
