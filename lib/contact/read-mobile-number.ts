import { type MobileNumberRefusal, type NumberDoubt, parseMobileNumber } from './mobile-number'

export type NumberUnread =
  | { ok: false; reason: 'number-unreadable'; why: MobileNumberRefusal }
  | { ok: false; reason: 'number-doubtful'; doubt: NumberDoubt }

export type TypedNumber = { ok: true; mobileNumber: string | null } | NumberUnread

type Known = {
  stored?: string | null
  sure?: string
}

export function readNumber(
  typed: string,
  defaultCountry: string | null,
  { stored, sure }: Known = {},
): TypedNumber {
  if (stored && `+${typed.trim()}` === stored) return { ok: true, mobileNumber: stored }
  const read = parseMobileNumber(typed, defaultCountry)
  if (!read.ok && read.reason === 'empty') return { ok: true, mobileNumber: null }
  if (!read.ok) return { ok: false, reason: 'number-unreadable', why: read }
  if (read.doubt && `+${sure}` !== read.e164)
    return { ok: false, reason: 'number-doubtful', doubt: read.doubt }
  return { ok: true, mobileNumber: read.e164 }
}
