import { type MethodPolicy, mustAddMethod, type OwnMethods } from '@/lib/access/methods'
import type { Role, Vendor } from '@/prisma/client/enums'

export type MigrationPhase = 'not-started' | 'moving' | 'finished'

export function phaseOf(firm: {
  migrationStartedAt: Date | null
  migrationFinishedAt: Date | null
}): MigrationPhase {
  if (!firm.migrationStartedAt) return 'not-started'
  return firm.migrationFinishedAt ? 'finished' : 'moving'
}

export type CaseActor = {
  role: Role
  vendor: Vendor
  mobileNumber: string | null
  isReset: boolean
  areTextsRefused: boolean
  canMigrate: boolean
  totpApps: number
  passkeys: number
  recoveryCodesLeft: number
  policy: MethodPolicy
}

export type RemainReason = 'waiting' | 'not-migrated' | 'no-number' | 'texts-refused' | 'text-below-minimum'

export const remainWords: Record<RemainReason, string> = {
  waiting: 'Still to be migrated',
  'not-migrated': "No working method without Authy: this number can't get texts",
  'no-number': 'No working method without Authy: no mobile number',
  'texts-refused': "No working method without Authy: Twilio Verify can't text this number",
  'text-below-minimum': "No working method without Authy: text is below the firm's minimum",
}

/** Ignores recovery codes, because they run out; null when another method meets the firm's minimum. */
export function remainReason(person: CaseActor): RemainReason | null {
  const { role, policy } = person
  if (!mustAddMethod(ownMethodsWithoutAuthy(person), role, policy)) return null
  if (!person.mobileNumber) return 'no-number'
  if (person.vendor === 'authy') return person.canMigrate ? 'waiting' : 'not-migrated'
  return person.areTextsRefused ? 'texts-refused' : 'text-below-minimum'
}

function ownMethodsWithoutAuthy(person: CaseActor): OwnMethods {
  const { totpApps, passkeys, recoveryCodesLeft } = person
  const isTexted = person.vendor === 'verify' && !person.areTextsRefused && !person.isReset
  const hasPhone = isTexted && person.mobileNumber !== null
  return {
    hasPhone,
    hasVendorApp: false,
    hasUsedVendorApp: false,
    totpApps,
    passkeys,
    recoveryCodesLeft,
  }
}
