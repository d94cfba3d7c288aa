import fc from 'fast-check'
import { getCountries, getExampleNumber } from 'libphonenumber-js/max'
import mobileExamples from 'libphonenumber-js/mobile/examples'
import { expect, test } from 'vitest'
import { formatMobileNumber, maskMobileNumber, parseMobileNumber } from '@/lib/contact/mobile-number'

test('digits with the country code are a mobile number', () => {
  expect(parseMobileNumber('12025550123', null)).toEqual({
    ok: true,
    e164: '+12025550123',
    display: '+1 202-555-0123',
    country: 'United States',
    doubt: null,
  })
})

test.each([
  ['12025550101', 'United States', null],
  ['447700900123', 'United Kingdom', null],
  ['4915123456789', 'Germany', null],
  ['393123456789', 'Italy', null],
  ['2250701234567', 'Côte d’Ivoire', null],
  ['5491123456789', 'Argentina', null],
  ['525512345678', 'Mexico', null],
  ['815012345678', 'Japan', 'internet'],
  ['6588888888', 'Singapore', 'made-up'],
  ['447777777777', 'United Kingdom', 'made-up'],
  ['12345678901', 'United States', 'made-up'],
])('%s is accepted for %s, doubt %s', (digits, country, doubt) => {
  expect(parseMobileNumber(digits, null)).toMatchObject({ ok: true, e164: `+${digits}`, country, doubt })
})

test.each([
  ['4930123456', 'landline'],
  ['390612345678', 'landline'],
  ['442079460123', 'landline'],
  ['18005550123', 'toll-free'],
  ['19002345678', 'premium'],
  ['447012345678', 'personal'],
  ['447640123456', 'pager'],
])('%s is refused as %s', (digits, kind) => {
  expect(parseMobileNumber(digits, null)).toEqual({ ok: false, reason: 'not-mobile', kind, suggestion: null })
})

test.each([
  ['digits of other scripts', '١٢٠٢٥٥٥٠١٢٣'],
  ['Devanagari digits', '१२०२५५५०१२३'],
  ['full-width digits', '１２０２５５５０１２３'],
  ['mathematical digits', '𝟏𝟐𝟎𝟐𝟓𝟓𝟓𝟎𝟏𝟐𝟑'],
  ['a zero width space', '1202\u200b5550123'],
  ['direction marks and a byte order mark', '\ufeff\u202a12025550123\u202c'],
  ['a soft hyphen and a variation selector', '1202\u00ad555\ufe0f0123'],
  ['space around it', ' \t12025550123\u00a0\n'],
])('%s do not matter', (_, input) => {
  expect(parseMobileNumber(input, null)).toMatchObject({ ok: true, e164: '+12025550123' })
})

test.each([
  ['+1 (202) 555-0123', null, '12025550123'],
  ['1-202-555-0123', null, '12025550123'],
  ['1.202.555.0123', null, '12025550123'],
  ['(202) 555-0123', 'US', '12025550123'],
  ['+49 (0)151 23456789', null, '4915123456789'],
  ['0151/23456789', 'DE', '4915123456789'],
  ['(202) 555-0123', null, null],
  ['call me', 'US', null],
  ['12025550123 ext 4', 'US', null],
  ['+', 'US', null],
])('%s is not digits only, and the button offers %s → %s', (input, country, suggestion) => {
  expect(parseMobileNumber(input, country)).toEqual({ ok: false, reason: 'not-digits-only', suggestion })
})

test.each(['', '   ', '\u200b\u2060', '\n'])('%j is empty', (input) => {
  expect(parseMobileNumber(input, 'US')).toEqual({ ok: false, reason: 'empty', suggestion: null })
})

test.each([
  ['015123456789', 'DE', '4915123456789', { country: 'Germany', callingCode: '49', replaces: '0' }],
  ['2025550123', 'US', '12025550123', { country: 'United States', callingCode: '1', replaces: '' }],
  ['89161234567', 'RU', '79161234567', { country: 'Russia', callingCode: '7', replaces: '8' }],
  ['9198123456', 'IN', null, { country: 'India', callingCode: '91', replaces: '' }],
  ['015123456789', null, null, null],
  ['015123456789', 'XX', null, null],
  ['017612345678', 'US', null, null],
  ['0447700900123', 'DE', null, null],
  ['09999', 'DE', null, null],
])('%s in %s needs a country code, suggested but never assumed: %s', (input, country, suggestion, hint) => {
  const expected = { ok: false, reason: 'needs-country-code', suggestion, hint }
  expect(parseMobileNumber(input, country)).toEqual(expected)
})

test.each([
  ['004915123456789', null, '00', '4915123456789'],
  ['00491761234567', 'US', '00', '491761234567'],
  ['00447700900123', 'DE', '00', '447700900123'],
  ['004407700900123', 'DE', '00', '447700900123'],
  ['011447700900123', 'US', '011', '447700900123'],
])('%s in %s starts with the dialing prefix %s, and means %s', (input, country, prefix, suggestion) => {
  const expected = { ok: false, reason: 'dialing-prefix', prefix, suggestion }
  expect(parseMobileNumber(input, country)).toEqual(expected)
})

test.each([
  ['4901761234567', '0', '491761234567'],
  ['4407911123456', '0', '447911123456'],
  ['330612345678', '0', '33612345678'],
  ['789161234567', '8', '79161234567'],
  ['5215512345678', '1', '525512345678'],
])('in %s the %s after the country code is named', (input, prefix, suggestion) => {
  expect(parseMobileNumber(input, null)).toEqual({ ok: false, reason: 'trunk-prefix', prefix, suggestion })
})

test.each(['12', '1202555', '120255501234', '4912345678901', '2025550123', '12025550123456789012345'])(
  '%s is not possible',
  (input) => {
    expect(parseMobileNumber(input, null)).toEqual({ ok: false, reason: 'not-possible', suggestion: null })
  },
)

test.each(['0000000000', '1111111', '11111111111', '1234567890', '0123456789', '9876543210'])(
  '%s is a placeholder and does not count',
  (input) => {
    expect(parseMobileNumber(input, 'US')).toEqual({ ok: false, reason: 'placeholder', suggestion: null })
  },
)

const typedNumber = fc
  .tuple(
    fc.constantFrom(
      '',
      '+',
      '0',
      '00',
      '011',
      '49',
      '490',
      '44 0',
      '1',
      '7',
      '+39 ',
      '(',
      '0044',
      '521',
      '91',
    ),
    fc.oneof(fc.nat(99_999_999_999).map(String), fc.string({ unit: 'grapheme' })),
  )
  .map((parts) => parts.join(''))
const firmCountry = fc.constantFrom(null, 'US', 'DE', 'GB', 'IT', 'RU', 'CI', 'IN', 'MX', 'AR')

test('every suggestion is a number that is accepted as it is offered', () => {
  fc.assert(
    fc.property(typedNumber, firmCountry, (typed, country) => {
      const parsed = parseMobileNumber(typed, country)
      if (parsed.ok) expect(parseMobileNumber(parsed.e164.slice(1), null)).toEqual(parsed)
      else if (parsed.suggestion)
        for (const firm of [null, country])
          expect(parseMobileNumber(parsed.suggestion, firm)).toMatchObject({ e164: `+${parsed.suggestion}` })
    }),
    { numRuns: 2000 },
  )
})

const examples = getCountries().flatMap((country) => {
  const number = getExampleNumber(country, mobileExamples)
  if (!number) return []
  const dialed = number.formatNational().replace(/\D/g, '')
  return [{ country, callingCode: number.countryCallingCode, digits: number.number.slice(1), dialed }]
})

function expectTrueHint(typed: string, country: string | null) {
  const parsed = parseMobileNumber(typed, country)
  if (parsed.ok || parsed.reason !== 'needs-country-code' || !parsed.hint) return
  const { callingCode, replaces } = parsed.hint
  expect(typed.startsWith(replaces)).toBe(true)
  expect(parseMobileNumber(callingCode + typed.slice(replaces.length), null).ok, typed).toBe(true)
}

test('a hint names a country code with which the number is accepted', () => {
  for (const { country, dialed } of examples) expectTrueHint(dialed, country)
  fc.assert(
    fc.property(fc.nat(99_999_999_999).map(String), fc.boolean(), firmCountry, (rest, hasZero, country) =>
      expectTrueHint(hasZero ? `0${rest}` : rest, country),
    ),
    { numRuns: 2000 },
  )
})

test('a mobile number as it is dialed at home leads to its own number', () => {
  const wrong = examples.filter(({ country, digits, dialed }) => {
    const parsed = parseMobileNumber(dialed, country)
    return parsed.ok ? parsed.e164 !== `+${digits}` : parsed.suggestion !== digits
  })
  // A Chinese one is a number of the United States as well, and one of Kazakhstan begins like its own country code.
  expect(wrong.map(({ country }) => country)).toEqual(['CN', 'KZ'])
})

test('the mobile number of every country is accepted in every country', () => {
  expect(examples.length).toBeGreaterThan(240)
  for (const [place, { country, digits }] of examples.entries()) {
    // Seven firms for each number, and each country as that of seven firms.
    const others = [1, 2, 30, 60, 120].map((step) => examples[(place + step) % examples.length]?.country)
    for (const firm of [null, country, ...others])
      expect(parseMobileNumber(digits, firm ?? null)).toMatchObject({ ok: true, e164: `+${digits}` })
  }
})

test('no suggestion doubles a country code', () => {
  for (const { country, callingCode, digits } of examples)
    for (const typed of [
      callingCode + digits,
      `0${digits}`,
      `0${callingCode}${digits}`,
      digits.slice(0, -1),
    ]) {
      const parsed = parseMobileNumber(typed, country)
      if (parsed.ok || !parsed.suggestion) continue
      expect(parsed.suggestion.startsWith(callingCode + callingCode), `${typed} in ${country}`).toBe(false)
    }
})

test('a number is shown with its country, or only by its end', () => {
  expect(formatMobileNumber('+12025550123')).toBe('+1 202-555-0123 (United States)')
  expect(formatMobileNumber('+447700900123')).toBe('+44 7700 900123 (United Kingdom)')
  expect(maskMobileNumber('+12025550123')).toBe('ending 0123')
})
