export const freeWrongTokens = 10

export const wrongTokensUntilDisabled = 100

type TryFacts = { triesLeft: number; wrongInRow: number; isLocked: boolean }

export function tryRefusal(facts: TryFacts): 'disabled' | 'locked' | 'no-tries-left' | null {
  if (facts.wrongInRow >= wrongTokensUntilDisabled) return 'disabled'
  if (facts.isLocked) return 'locked'
  if (facts.triesLeft <= 0) return 'no-tries-left'
  return null
}

/** No wait below 10 wrong tokens in a row, then 30 s, doubling up to an hour (NIST 800-63B 3.2.2). */
export function lockSeconds(wrongInRow: number): number {
  if (wrongInRow < freeWrongTokens) return 0
  return Math.min(30 * 2 ** (wrongInRow - freeWrongTokens), 3600)
}
