export const pushSeconds = 120
const maxUnansweredPushes = 3
export const unansweredWindowMinutes = 10

/** One more push, or not: a stolen password must not become a stream of alerts that somebody approves to end it (OT-6). */
export function pushRefusal(unansweredInWindow: number): 'too-many-pushes' | null {
  return unansweredInWindow >= maxUnansweredPushes ? 'too-many-pushes' : null
}
