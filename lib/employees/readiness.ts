import type { MethodPolicy } from '@/lib/access/methods'
import { isBelowMinimum, type ReadinessFacts } from '@/lib/access/readiness-facts'
import { freeWrongTokens, wrongTokensUntilDisabled } from '@/lib/sign-in-methods/lockout-rules'
import type { Vendor, VendorState } from '@/prisma/client/enums'

export const readinessSteps = [
  'no-number',
  'below-minimum',
  'not-confirmed',
  'confirmed',
  'tested',
  'strong',
] as const

export type Readiness = (typeof readinessSteps)[number]

/** By the firm's policy: without a number or a method that it accepts nobody is ready. */
export function readinessOf(facts: ReadinessFacts, policy: MethodPolicy): Readiness {
  if (facts.number === 'none') return 'no-number'
  if (isBelowMinimum(facts, policy)) return 'below-minimum'
  if (facts.own.passkeys > 0) return 'strong'
  if (facts.number === 'tested') return 'tested'
  return facts.number === 'confirmed' ? 'confirmed' : 'not-confirmed'
}

export function isNotReady(readiness: Readiness): boolean {
  return readiness === 'no-number' || readiness === 'below-minimum'
}

export type SideState =
  | 'enrollment-open'
  | 'number-refused'
  | 'number-not-confirmed'
  | 'number-waiting'
  | 'tokens-off'
  | 'tokens-locked'
  | 'codes-off'
  | 'codes-locked'

export type SideFacts = WrongInRow & {
  mobileNumber: string | null
  numberProvenAt: Date | null
  testedAt: Date | null
  hasPasskey: boolean
  factorResetAt: Date | null
  vendor: Vendor
  vendorState: VendorState
  isNumberPending: boolean
  areTokensLocked: boolean
  areCodesLocked: boolean
}

export function sideStatesOf(facts: SideFacts): SideState[] {
  const { factorResetAt, vendor, vendorState, mobileNumber, numberProvenAt, isNumberPending } = facts
  const isUnconfirmed =
    mobileNumber !== null && !numberProvenAt && (facts.testedAt !== null || facts.hasPasskey)
  const areTokensOff = facts.wrongTokensInRow >= wrongTokensUntilDisabled
  const areCodesOff = facts.wrongCodesInRow >= wrongTokensUntilDisabled
  const found: [SideState, boolean][] = [
    ['enrollment-open', factorResetAt !== null],
    // Verify texts any number: only Authy can refuse one.
    ['number-refused', vendor === 'authy' && vendorState === 'refused' && !factorResetAt],
    ['number-not-confirmed', isUnconfirmed],
    ['number-waiting', isNumberPending],
    ['tokens-off', areTokensOff],
    ['tokens-locked', facts.areTokensLocked && !areTokensOff],
    ['codes-off', areCodesOff],
    ['codes-locked', facts.areCodesLocked && !areCodesOff],
  ]
  return found.flatMap(([state, holds]) => (holds ? [state] : []))
}

export type WrongInRow = { wrongTokensInRow: number; wrongCodesInRow: number }

/** Each wrong try after the tenth locks the method for a while; the hundredth disables it. */
export function isLockedOut({ wrongTokensInRow, wrongCodesInRow }: WrongInRow): boolean {
  return wrongTokensInRow >= freeWrongTokens || wrongCodesInRow >= freeWrongTokens
}
