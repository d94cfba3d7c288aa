import { type MobileNumberRefusal, parseMobileNumber } from './mobile-number'

export type TypedNumber =
  | { ok: true; mobileNumber: string | null }
  | { ok: false; reason: 'number-unreadable'; why: MobileNumberRefusal }

export function readNumber(typed: string, defaultCountry: string | null, stored: string | null): TypedNumber {
  if (stored && `+${typed.trim()}` === stored) return { ok: true, mobileNumber: stored }
  const read = parseMobileNumber(typed, defaultCountry)
  if (read.ok) return { ok: true, mobileNumber: read.e164 }
  if (read.reason === 'empty') return { ok: true, mobileNumber: null }
  return { ok: false, reason: 'number-unreadable', why: read }
}
