import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type NumberType,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'

export type NotMobile =
  | 'landline'
  | 'toll-free'
  | 'premium'
  | 'shared-cost'
  | 'personal'
  | 'pager'
  | 'company'
  | 'voicemail'

/** `digits` is the number as the plan writes it, which may differ from what was looked up. */
export type PlannedNumber = {
  digits: string
  callingCode: string
  national: string
  country: string
  display: string
} & ({ kind: 'mobile' | 'internet' } | { kind: NotMobile })

export function findInternational(digits: string): PlannedNumber | null {
  // Mexico dropped the 1 before mobile numbers, and old address books still have it.
  return planned(parsePhoneNumberFromString(`+${digits.replace(/^521(?=\d{10}$)/, '52')}`))
}

/** As dialed in that country: with its prefixes, for numbers inside and abroad. */
export function findDialed(digits: string, country: CountryCode): PlannedNumber | null {
  return planned(parsePhoneNumberFromString(digits, country))
}

export function supportedCountry(country: string | null): CountryCode | null {
  return country && isSupportedCountry(country) ? country : null
}

export function callingCodeOf(country: CountryCode): string {
  return getCountryCallingCode(country)
}

export function nameOfCountry(country: CountryCode): string {
  return countryNames.of(country) ?? country
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' })

function planned(number: PhoneNumber | undefined): PlannedNumber | null {
  if (!number) return null
  const isFictional = isReservedForFiction(number)
  if (!isFictional && !number.isValid()) return null
  const country = number.country ?? number.getPossibleCountries()[0]
  return {
    digits: number.number.slice(1),
    callingCode: number.countryCallingCode,
    national: number.nationalNumber,
    country: country ? nameOfCountry(country) : 'international network',
    display: displayOf(number),
    kind: isFictional ? 'mobile' : kinds[number.getType() ?? 'MOBILE'],
  }
}

const kinds: Record<Exclude<NumberType, undefined>, PlannedNumber['kind']> = {
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'mobile',
  VOIP: 'internet',
  FIXED_LINE: 'landline',
  TOLL_FREE: 'toll-free',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'shared-cost',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'company',
  VOICEMAIL: 'voicemail',
}

/** Covers the British numbers for film and tests, which are in no numbering plan; the American 555-01xx are. */
function isReservedForFiction(number: PhoneNumber): boolean {
  return /^\+447700900\d{3}$/.test(number.number)
}

export function displayOf(number: PhoneNumber): string {
  if (number.countryCallingCode !== '1') return number.formatInternational()
  return `+1 ${number.nationalNumber.replace(/^(\d{3})(\d{3})(\d+)$/, '$1-$2-$3')}`
}
