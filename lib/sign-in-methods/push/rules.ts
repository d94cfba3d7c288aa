import type { PushMode } from '@/prisma/client/enums'

export const pushSeconds = 120
export const pushWindowMinutes = 10
/** How long a denied request makes the next ones ask for more. */
export const deniedDays = 30
const maxPushesInVain = 3

/** What is known when a push is asked for. `isAllowed`: the firm takes approvals from this person. */
export type PushStanding = { isAllowed: boolean; areLocked: boolean; inVainInWindow: number }

/**
 * One more push, or not: a stolen password must not become a stream of alerts that somebody approves to end it.
 * After a denial there is none at all until the person switches them on again. In vain is every push that led to no sign-in.
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
 * Whether an approval counts only with the code that the phone shows, typed into the browser. A swipe can be talked out of
 * somebody; a code has to come to the very browser that asks. A first sign-in has nothing to be compared with.
 */
export function isCodeTyped(firmMode: PushMode, signals: PushSignals): boolean {
  if (firmMode === 'typed' || signals.wasDeniedLately) return true
  return signals.hasSignedInBefore && !(signals.knowsBrowser && signals.knowsNetwork)
}
