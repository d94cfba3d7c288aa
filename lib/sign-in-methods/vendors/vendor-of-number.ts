import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import type { Vendor, VendorState } from '@/prisma/client/client'

/** Texts to far-away premium numbers are a business of their own: only the countries of the setting get any. */
export function isOpenCountry(mobileNumber: string): boolean {
  const country = parsePhoneNumberFromString(mobileNumber)?.country
  return country !== undefined && env.TEXT_COUNTRIES.includes(country)
}

export const hasVerify = env.TWILIO_VERIFY_SERVICE !== undefined

/** Twilio Verify needs no registration, but it only texts: a number that gets no texts is of use at Authy alone. */
export function canMigrateToVerify(mobileNumber: string | null): boolean {
  return hasVerify && (mobileNumber === null || isOpenCountry(mobileNumber))
}

/** The vendor of a new number in this firm. Call it with the firm's row locked: a move may be starting. */
export async function vendorFor(tx: Tx, firmId: string, mobileNumber: string | null): Promise<Vendor> {
  const firm = await tx.firm.findUniqueOrThrow({ where: { id: firmId }, select: { vendor: true } })
  return canMigrateToVerify(mobileNumber) ? firm.vendor : 'authy'
}

/** Only Authy has to be told of a number. */
export function firstState(vendor: Vendor, mobileNumber: string | null): VendorState {
  return vendor === 'authy' && mobileNumber ? 'waiting' : 'none'
}
