export const freeWrongTokens = 10

export const wrongTokensUntilDisabled = 100

type TryFacts = { triesLeft: number; wrongInRow: number; isLocked: boolean }

/** Whether one more token may be tried. Asked and counted before the vendor is. */
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
