export const triesPerCode = 5
export const freeWrongTokens = 10
export const wrongTokensUntilDisabled = 100
export const textWindowMinutes = 10
export const textsPerWindow = 5
const textsPerDay = 15

/** The digits of a typed or pasted token, or null when it cannot be one. Tokens have 6 to 8 digits. */
export function tokenDigits(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, '')
  return /^[0-9]{6,8}$/.test(digits) ? digits : null
}

export type TryFacts = { triesLeft: number; wrongInRow: number; isLocked: boolean }

/** Whether one more token may be tried. Asked and counted before the vendor is (OT-2). */
export function tryRefusal(facts: TryFacts): 'disabled' | 'locked' | 'no-tries-left' | null {
  if (facts.wrongInRow >= wrongTokensUntilDisabled) return 'disabled'
  if (facts.isLocked) return 'locked'
  if (facts.triesLeft <= 0) return 'no-tries-left'
  return null
}

/** The wait after this many wrong tokens in a row: none below 10, then 30 s, doubling up to an hour (63B 3.2.2). */
export function lockSeconds(wrongInRow: number): number {
  if (wrongInRow < freeWrongTokens) return 0
  return Math.min(30 * 2 ** (wrongInRow - freeWrongTokens), 3600)
}

export type TextFacts = { secondsSinceLast: number | null; inWindow: number; today: number }

/** The pause before the next text: 30, 60, then 120 seconds. */
export function pauseSeconds(sentInWindow: number): number {
  return [0, 30, 60][sentInWindow] ?? 120
}

/** Whether one more text may be sent to this person (OT-5). */
export function textRefusal(facts: TextFacts): 'too-soon' | 'too-many-texts' | null {
  if (facts.secondsSinceLast !== null && facts.secondsSinceLast < pauseSeconds(facts.inWindow))
    return 'too-soon'
  if (facts.inWindow >= textsPerWindow || facts.today >= textsPerDay) return 'too-many-texts'
  return null
}
