import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import type { Vendor, VendorState } from '@/prisma/client/client'

/** Stops SMS pumping: attackers earn from texts to premium numbers abroad. */
export function isOpenCountry(mobileNumber: string): boolean {
  const country = parsePhoneNumberFromString(mobileNumber)?.country
  return country !== undefined && env.TEXT_COUNTRIES.includes(country)
}

export const hasVerify = env.TWILIO_VERIFY_SERVICE !== undefined

/** Twilio Verify only texts, so a number that gets no texts needs Authy. */
export function canMigrateToVerify(mobileNumber: string | null): boolean {
  return hasVerify && (mobileNumber === null || isOpenCountry(mobileNumber))
}

/** The caller locks the firm, since a migration may be starting. */
export async function vendorFor(tx: Tx, firmId: string, mobileNumber: string | null): Promise<Vendor> {
  const firm = await tx.firm.findUniqueOrThrow({ where: { id: firmId }, select: { vendor: true } })
  return canMigrateToVerify(mobileNumber) ? firm.vendor : 'authy'
}

export function firstState(vendor: Vendor, mobileNumber: string | null): VendorState {
  return vendor === 'authy' && mobileNumber ? 'waiting' : 'none'
}
