import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max'

export type MobileNumber = {
  ok: true
  e164: string
  display: string
  country: string
  warning: 'maybe-landline' | null
}

/** `suggestion`: an acceptable number in the form to type; null when the portal can guess none. */
export type MobileNumberRefusal =
  | {
      ok: false
      reason: 'empty' | 'not-digits-only' | 'leading-zero' | 'not-possible' | 'placeholder'
      suggestion: string | null
    }
  | {
      ok: false
      reason: 'needs-country-code'
      suggestion: string | null
      hint: { country: string; callingCode: string } | null
    }

/** Uses `defaultCountry` for suggestions only. Server only: the numbering plans weigh 150 kB. */
export function parseMobileNumber(
  input: string,
  defaultCountry: string | null,
): MobileNumber | MobileNumberRefusal {
  const typed = visibleText(input)
  if (typed === '') return refuse('empty')
  if (/^\d+$/.test(typed)) return parseDigits(typed, supported(defaultCountry))

  const digits = typed.replace(/[\s\p{P}\p{S}]/gu, '')
  if (!/^\d+$/.test(digits)) return refuse('not-digits-only')
  return refuse('not-digits-only', acceptableForm(parseDigits(digits, supported(defaultCountry))))
}

export function formatMobileNumber(e164: string): string {
  const number = parsePhoneNumberFromString(e164)
  return number ? `${displayOf(number)} (${countryOf(number)})` : e164
}

export function maskMobileNumber(e164: string): string {
  return `ending ${e164.slice(-4)}`
}

function parseDigits(digits: string, defaultCountry: CountryCode | null): MobileNumber | MobileNumberRefusal {
  if (isPlaceholder(digits)) return refuse('placeholder')

  const number = parsePhoneNumberFromString(`+${digits}`)
  if (number && isAcceptable(number)) return accept(number, digits)

  const suggestion = withCountryCode(digits, defaultCountry)
  const startsWithCountry = validatePhoneNumberLength(`+${digits}`) !== 'INVALID_COUNTRY'
  if (startsWithCountry && !suggestion) return refuse('not-possible')
  return { ok: false, reason: 'needs-country-code', suggestion, hint: hintFor(defaultCountry) }
}

function accept(number: PhoneNumber, digits: string): MobileNumber | MobileNumberRefusal {
  if (isPlaceholder(number.nationalNumber)) return refuse('placeholder')

  // Refuses what the library changes (49 0176 to 49 176), so the portal stores what the person typed.
  const canonical = number.number.slice(1)
  if (digits !== canonical)
    return refuse(
      digits[number.countryCallingCode.length] === '0' ? 'leading-zero' : 'not-possible',
      canonical,
    )

  const isLikelyMobile = mobileTypes.has(number.getType())
  return {
    ok: true,
    e164: number.number,
    display: displayOf(number),
    country: countryOf(number),
    warning: isLikelyMobile ? null : 'maybe-landline',
  }
}

function withCountryCode(digits: string, defaultCountry: CountryCode | null): string | null {
  const international = digits.startsWith('00')
    ? parsePhoneNumberFromString(`+${digits.slice(2)}`)
    : undefined
  const national = defaultCountry ? parsePhoneNumberFromString(digits, defaultCountry) : undefined
  const number = [international, national].find((found) => found && isAcceptable(found))
  return number && !isPlaceholder(number.nationalNumber) ? number.number.slice(1) : null
}

function acceptableForm(parsed: MobileNumber | MobileNumberRefusal): string | null {
  return parsed.ok ? parsed.e164.slice(1) : parsed.suggestion
}

const mobileTypes = new Set<string | undefined>(['MOBILE', 'FIXED_LINE_OR_MOBILE', undefined])
const textableTypes = new Set<string | undefined>([...mobileTypes, 'FIXED_LINE', 'VOIP', 'PERSONAL_NUMBER'])

function isAcceptable(number: PhoneNumber): boolean {
  return isReservedForFiction(number) || (number.isValid() && textableTypes.has(number.getType()))
}

/** Covers the British numbers for film and tests, which are in no numbering plan; the American 555-01xx are. */
function isReservedForFiction(number: PhoneNumber): boolean {
  return /^\+447700900\d{3}$/.test(number.number)
}

/** Finds equal, rising or falling digits: 0000000, 1234567890, 9876543210. */
function isPlaceholder(digits: string): boolean {
  const steps = [...digits]
    .slice(1)
    .map((digit, before) => (Number(digit) - Number(digits[before]) + 10) % 10)
  return digits.length >= 4 && [0, 1, 9].some((step) => steps.every((taken) => taken === step))
}

function displayOf(number: PhoneNumber): string {
  if (number.countryCallingCode !== '1') return number.formatInternational()
  return `+1 ${number.nationalNumber.replace(/^(\d{3})(\d{3})(\d+)$/, '$1-$2-$3')}`
}

function countryOf(number: PhoneNumber): string {
  const country = number.country ?? number.getPossibleCountries()[0]
  return country ? nameOf(country) : 'international network'
}

function hintFor(country: CountryCode | null): { country: string; callingCode: string } | null {
  return country && { country: nameOf(country), callingCode: getCountryCallingCode(country) }
}

function nameOf(country: CountryCode): string {
  return countryNames.of(country) ?? country
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' })

function supported(country: string | null): CountryCode | null {
  return country && isSupportedCountry(country) ? country : null
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

function refuse(
  reason: Exclude<MobileNumberRefusal['reason'], 'needs-country-code'>,
  suggestion: string | null = null,
): MobileNumberRefusal {
  return { ok: false, reason, suggestion }
}
