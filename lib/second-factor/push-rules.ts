export const pushSeconds = 120
export const pushWindowMinutes = 10
const maxPushesInVain = 3

/**
 * One more push, or not: a stolen password must not become a stream of alerts that somebody approves to end it (OT-6).
 * In vain is every push that led to no sign-in. A denied one counts: whoever goes on denying must be left in peace.
 */
export function pushRefusal(inVainInWindow: number): 'too-many-pushes' | null {
  return inVainInWindow >= maxPushesInVain ? 'too-many-pushes' : null
}
