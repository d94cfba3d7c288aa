import { freeWrongTokens, wrongTokensUntilDisabled } from '@/lib/sign-in-methods/lockout-rules'
import type { Vendor, VendorState } from '@/prisma/client/enums'

export const readinessSteps = ['no-number', 'not-confirmed', 'confirmed', 'tested', 'strong'] as const

export type Readiness = (typeof readinessSteps)[number]

type ReadinessFacts = {
  mobileNumber: string | null
  numberProvenAt: Date | null
  testedAt: Date | null
  hasPasskey: boolean
}

export function readinessOf(facts: ReadinessFacts): Readiness {
  if (!facts.mobileNumber) return 'no-number'
  if (facts.hasPasskey) return 'strong'
  if (facts.testedAt) return 'tested'
  return facts.numberProvenAt ? 'confirmed' : 'not-confirmed'
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

export type SideFacts = ReadinessFacts &
  WrongInRow & {
    factorResetAt: Date | null
    vendor: Vendor
    vendorState: VendorState
    isNumberPending: boolean
    areTokensLocked: boolean
    areCodesLocked: boolean
  }

export function sideStatesOf(facts: SideFacts): SideState[] {
  const { factorResetAt, vendor, vendorState, numberProvenAt, isNumberPending } = facts
  const isUnconfirmed = !numberProvenAt && ['tested', 'strong'].includes(readinessOf(facts))
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
