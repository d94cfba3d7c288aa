export const triesPerCode = 5
export const textWindowMinutes = 10
export const textsPerWindow = 5
const textsPerDay = 15

export function tokenDigits(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, '')
  return /^[0-9]{6,8}$/.test(digits) ? digits : null
}

export type TextFacts = { secondsSinceLast: number | null; inWindow: number; today: number }

export function pauseSeconds(sentInWindow: number): number {
  return [0, 30, 60][sentInWindow] ?? 120
}

export function textRefusal(facts: TextFacts): 'too-soon' | 'too-many-texts' | null {
  if (facts.secondsSinceLast !== null && facts.secondsSinceLast < pauseSeconds(facts.inWindow))
    return 'too-soon'
  if (facts.inWindow >= textsPerWindow || facts.today >= textsPerDay) return 'too-many-texts'
  return null
}
