import { mustAddWay, type OwnWays, type WayPolicy } from '@/lib/access/methods'
import type { Role, Vendor } from '@/prisma/client/enums'

/** Where a firm stands between the two vendors. */
export type MovePhase = 'not-started' | 'moving' | 'finished'

export function phaseOf(firm: { moveStartedAt: Date | null; moveFinishedAt: Date | null }): MovePhase {
  if (!firm.moveStartedAt) return 'not-started'
  return firm.moveFinishedAt ? 'finished' : 'moving'
}

/** `areTextsRefused`: Twilio Verify has said of this very number that no text reaches it. */
export type Mover = {
  role: Role
  vendor: Vendor
  mobileNumber: string | null
  isReset: boolean
  areTextsRefused: boolean
  authenticators: number
  passkeys: number
  recoveryCodesLeft: number
  policy: WayPolicy
}

/** Why somebody cannot do without Authy yet. */
export type StayReason = 'not-moved' | 'no-number' | 'texts-refused' | 'texts-not-enough'

export const stayWords: Record<StayReason, string> = {
  'not-moved': 'Texts do not go to this number, and there is no other way in',
  'no-number': 'There is no number, and no other way in',
  'texts-refused': 'Twilio Verify does not reach this number, and there is no other way in',
  'texts-not-enough': 'The firm does not find a text enough, and there is no other way in',
}

/** Null: another way that is enough for the firm stays when Authy goes. Recovery codes run out, so they are none. */
export function stayReason(person: Mover): StayReason | null {
  const { role, policy } = person
  if (!mustAddWay(ownWaysWithoutAuthy(person), role, policy)) return null
  if (!person.mobileNumber) return 'no-number'
  if (person.vendor === 'authy') return 'not-moved'
  return person.areTextsRefused ? 'texts-refused' : 'texts-not-enough'
}

function ownWaysWithoutAuthy(person: Mover): OwnWays {
  const { authenticators, passkeys, recoveryCodesLeft } = person
  const isTexted = person.vendor === 'verify' && !person.areTextsRefused && !person.isReset
  const hasPhone = isTexted && person.mobileNumber !== null
  return {
    hasPhone,
    hasVendorApp: false,
    hasUsedVendorApp: false,
    authenticators,
    passkeys,
    recoveryCodesLeft,
  }
}
