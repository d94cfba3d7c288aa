import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMobileNumber, maskMobileNumber, parseMobileNumber } from '@/lib/contact/mobile-number'

test('digits with the country code are a mobile number', () => {
  expect(parseMobileNumber('12025550123', null)).toEqual({
    ok: true,
    e164: '+12025550123',
    display: '+1 202-555-0123',
    country: 'United States',
    warning: null,
  })
})

test.each([
  ['12025550101', 'United States', null],
  ['447700900123', 'United Kingdom', null],
  ['4915123456789', 'Germany', null],
  ['393123456789', 'Italy', null],
  ['2250701234567', 'Côte d’Ivoire', null],
  ['5491123456789', 'Argentina', null],
  ['4930123456', 'Germany', 'maybe-landline'],
  ['390612345678', 'Italy', 'maybe-landline'],
  ['815012345678', 'Japan', 'maybe-landline'],
])('%s is accepted for %s, warning %s', (digits, country, warning) => {
  expect(parseMobileNumber(digits, null)).toMatchObject({ ok: true, e164: `+${digits}`, country, warning })
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
  ['015123456789', 'DE', '4915123456789', { country: 'Germany', callingCode: '49' }],
  ['2025550123', 'US', '12025550123', { country: 'United States', callingCode: '1' }],
  ['004915123456789', null, '4915123456789', null],
  ['015123456789', null, null, null],
  ['015123456789', 'XX', null, null],
  ['09999', 'DE', null, { country: 'Germany', callingCode: '49' }],
])('%s in %s needs a country code, suggested but never assumed: %s', (input, country, suggestion, hint) => {
  const expected = { ok: false, reason: 'needs-country-code', suggestion, hint }
  expect(parseMobileNumber(input, country)).toEqual(expected)
})

test.each([
  ['4901761234567', '491761234567'],
  ['4407911123456', '447911123456'],
  ['330612345678', '33612345678'],
])('the zero after the country code of %s is named', (input, suggestion) => {
  expect(parseMobileNumber(input, null)).toEqual({ ok: false, reason: 'leading-zero', suggestion })
})

test.each([
  '12',
  '1202555',
  '120255501234',
  '4912345678901',
  '2025550123',
  '18005550123',
  '12025550123456789012345',
])('%s is not possible', (input) => {
  expect(parseMobileNumber(input, null)).toEqual({ ok: false, reason: 'not-possible', suggestion: null })
})

test.each([
  '0000000000',
  '1111111',
  '11111111111',
  '1234567890',
  '12345678901',
  '0123456789',
  '9876543210',
  '447777777777',
])('%s is a placeholder and does not count', (input) => {
  expect(parseMobileNumber(input, 'US')).toEqual({ ok: false, reason: 'placeholder', suggestion: null })
})

test('every suggestion is a number that is accepted', () => {
  const country = fc.constantFrom(null, 'US', 'DE', 'GB', 'IT', 'RU', 'CI')
  const start = fc.constantFrom('', '+', '0', '00', '49', '490', '44 0', '1', '7', '+39 ', '(', '0044')
  const rest = fc.oneof(fc.nat(99_999_999_999).map(String), fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(start, rest, country, (before, after, defaultCountry) => {
      const parsed = parseMobileNumber(before + after, defaultCountry)
      if (parsed.ok) expect(parseMobileNumber(parsed.e164.slice(1), null)).toEqual(parsed)
      else if (parsed.suggestion) expect(parseMobileNumber(parsed.suggestion, null).ok).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('a number is shown with its country, or only by its end', () => {
  expect(formatMobileNumber('+12025550123')).toBe('+1 202-555-0123 (United States)')
  expect(formatMobileNumber('+447700900123')).toBe('+44 7700 900123 (United Kingdom)')
  expect(maskMobileNumber('+12025550123')).toBe('ending 0123')
})
