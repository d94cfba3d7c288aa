import type { IconName } from '@/components/ui/icon'
import { type MethodPolicy, methodsOf, minimumFor } from '@/lib/access/methods'
import { readFacts } from '@/lib/access/readiness-facts'
import { type Readiness, readinessOf, type SideState } from '@/lib/employees/readiness'

type Look = { tone: 'ok' | 'warn' | 'neutral'; icon: IconName; words: string }

/** The readiness of a person, in the same words on every screen. */
export const readinessLooks: Record<Readiness, Look> = {
  'no-number': { tone: 'warn', icon: 'triangle-exclamation-point', words: 'No number' },
  'below-minimum': { tone: 'warn', icon: 'triangle-exclamation-point', words: 'Needs a stronger method' },
  'not-confirmed': { tone: 'neutral', icon: 'clock', words: 'Not confirmed' },
  confirmed: { tone: 'ok', icon: 'check', words: 'Confirmed' },
  tested: { tone: 'ok', icon: 'circle-check', words: 'Tested' },
  strong: { tone: 'ok', icon: 'shield-check', words: 'Strong' },
}

/** `facts` as the row has them. */
export function readinessLook(facts: number, policy: MethodPolicy): Look {
  const person = readFacts(facts)
  const readiness = readinessOf(person, policy)
  const look = readinessLooks[readiness]
  if (readiness !== 'below-minimum') return look
  if (minimumFor(person.role, policy) === 'passkey') return { ...look, words: 'No passkey' }
  return methodsOf(person.own).length === 0 ? { ...look, words: 'No sign-in method' } : look
}

type SideLook = { icon: IconName; words: string; isTrouble?: boolean }

/** What is shown beside the readiness. */
export const sideLooks: Record<SideState, SideLook> = {
  'enrollment-open': { icon: 'smartphone', words: 'Phone setup pending' },
  'number-refused': { icon: 'circle-exclamation-point', words: 'Number refused', isTrouble: true },
  'number-not-confirmed': { icon: 'clock', words: 'Number not confirmed' },
  'number-waiting': { icon: 'clock', words: 'Number change pending' },
  'tokens-off': { icon: 'ban', words: 'Tokens disabled', isTrouble: true },
  'tokens-locked': { icon: 'ban', words: 'Tokens locked', isTrouble: true },
  'codes-off': { icon: 'ban', words: 'Recovery codes disabled', isTrouble: true },
  'codes-locked': { icon: 'ban', words: 'Recovery codes locked', isTrouble: true },
}
