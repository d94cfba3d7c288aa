import {
  type CountryCode,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max'
import {
  callingCodeOf,
  displayOf,
  findDialed,
  findInternational,
  type NotMobile,
  nameOfCountry,
  type PlannedNumber,
  supportedCountry,
} from './numbering-plan'

export type NumberDoubt = 'internet' | 'made-up'

export type MobileNumber = {
  ok: true
  e164: string
  display: string
  country: string
  doubt: NumberDoubt | null
}

/** In front of the typed digits belongs `callingCode`, instead of `replaces`. */
type CountryHint = { country: string; callingCode: string; replaces: string }

/** `suggestion`: an acceptable number in the form to type; null when the portal can guess none. */
export type MobileNumberRefusal = { ok: false; suggestion: string | null } & (
  | { reason: 'empty' | 'not-digits-only' | 'not-possible' | 'placeholder' }
  | { reason: 'dialing-prefix' | 'trunk-prefix'; prefix: string }
  | { reason: 'not-mobile'; kind: NotMobile }
  | { reason: 'needs-country-code'; hint: CountryHint | null }
)

/** Uses `defaultCountry` for suggestions only. Server only: the numbering plans weigh 150 kB. */
export function parseMobileNumber(
  input: string,
  defaultCountry: string | null,
): MobileNumber | MobileNumberRefusal {
  const typed = visibleText(input)
  if (typed === '') return { ok: false, reason: 'empty', suggestion: null }
  const country = supportedCountry(defaultCountry)
  if (/^\d+$/.test(typed)) return readDigits(typed, country)

  const digits = typed.replace(/[\s\p{P}\p{S}]/gu, '')
  // After a plus comes a country code, so no other belongs in front.
  const suggestion = /^\d+$/.test(digits)
    ? acceptableForm(readDigits(digits, /^[+＋]/.test(typed) ? null : country))
    : null
  return { ok: false, reason: 'not-digits-only', suggestion }
}

export function formatMobileNumber(e164: string): string {
  const number = parsePhoneNumberFromString(e164)
  if (!number) return e164
  const country = number.country ?? number.getPossibleCountries()[0]
  return `${displayOf(number)} (${country ? nameOfCountry(country) : 'international network'})`
}

export function maskMobileNumber(e164: string): string {
  return `ending ${e164.slice(-4)}`
}

function readDigits(digits: string, country: CountryCode | null): MobileNumber | MobileNumberRefusal {
  const found = findInternational(digits)
  if (found && isTextable(found)) return found.digits === digits ? accept(found) : withoutTrunk(digits, found)

  const meant = withoutDialingPrefix(digits, country) ?? (country && withCountryCode(digits, country))
  if (meant) return meant
  if (found && !isTextable(found))
    return { ok: false, reason: 'not-mobile', kind: found.kind, suggestion: null }
  if (isMadeUp(digits)) return { ok: false, reason: 'placeholder', suggestion: null }
  // No country code begins like this.
  if (validatePhoneNumberLength(`+${digits}`) === 'INVALID_COUNTRY')
    return { ok: false, reason: 'needs-country-code', hint: null, suggestion: null }
  return { ok: false, reason: 'not-possible', suggestion: null }
}

type Textable = PlannedNumber & { kind: 'mobile' | 'internet' }

function accept(found: PlannedNumber): MobileNumber {
  const { digits, display, country, kind, national } = found
  const doubt = isMadeUp(national) ? 'made-up' : kind === 'internet' ? 'internet' : null
  return { ok: true, e164: `+${digits}`, display, country, doubt }
}

/** Refuses 49 0176 for 49 176, so the portal stores what the person typed. */
function withoutTrunk(
  digits: string,
  { digits: suggestion, callingCode }: PlannedNumber,
): MobileNumberRefusal {
  const end = digits.length - suggestion.length + callingCode.length
  const prefix = digits.slice(callingCode.length, end)
  const isCut = callingCode + digits.slice(end) === suggestion
  return isCut
    ? { ok: false, reason: 'trunk-prefix', prefix, suggestion }
    : { ok: false, reason: 'not-possible', suggestion }
}

function withoutDialingPrefix(digits: string, country: CountryCode | null): MobileNumberRefusal | null {
  const found = country ? findDialed(digits, country) : null
  for (const length of [2, 3, 1, 4, 5]) {
    const prefix = digits.slice(0, length)
    const abroad = findInternational(digits.slice(length))
    const isDialed = prefix === '00' || (abroad !== null && abroad.digits === found?.digits)
    if (abroad && isDialed && isTextable(abroad))
      return { ok: false, reason: 'dialing-prefix', prefix, suggestion: abroad.digits }
  }
  return null
}

function withCountryCode(digits: string, country: CountryCode): MobileNumberRefusal | null {
  const callingCode = callingCodeOf(country)
  const found = findDialed(digits, country)
  if (!found || !isTextable(found) || found.callingCode !== callingCode) return null
  const replaces = digits.slice(0, digits.length - found.national.length)
  const isWhole = callingCode + digits.slice(replaces.length) === found.digits
  const hint = isWhole ? { country: nameOfCountry(country), callingCode, replaces } : null
  // A second country code would make a half-typed number a stranger's: the person has to type it.
  const suggestion = found.national.startsWith(callingCode) ? null : found.digits
  return { ok: false, reason: 'needs-country-code', hint, suggestion }
}

function acceptableForm(parsed: MobileNumber | MobileNumberRefusal): string | null {
  return parsed.ok ? parsed.e164.slice(1) : parsed.suggestion
}

function isTextable(found: PlannedNumber): found is Textable {
  return found.kind === 'mobile' || found.kind === 'internet'
}

/** Finds equal, rising or falling digits: 0000000, 1234567890, 9876543210. */
function isMadeUp(digits: string): boolean {
  const steps = [...digits]
    .slice(1)
    .map((digit, before) => (Number(digit) - Number(digits[before]) + 10) % 10)
  return digits.length >= 4 && [0, 1, 9].some((step) => steps.every((taken) => taken === step))
}

function visibleText(input: string): string {
  return input
    .replace(/[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .trim()
}

/** Counts back to the script's zero: Unicode lists digits 0 to 9 without a gap. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  let zero = point
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((point - zero) % 10)
}
