import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { codeForm } from '@/lib/cases/schema'
import { parseForm } from '@/lib/form'
import { confirmNumberForm, oneTimePassForm } from '@/lib/phone-enrollment/schema'
import { proofForm } from '@/lib/sign-in/schema'
import { secondStepForm, typedCodeForm } from '@/lib/sign-in-methods/tokens/schema'
import { confirmAppForm } from '@/lib/sign-in-methods/totp/schema'
import { plainCode, readTypedCode } from '@/lib/typed-code'

const read = (typed: string) => readTypedCode(typed, { least: 6, most: 8 })
const found = (value: string) => ({ ok: true, value })
const refused = (reason: string) => ({ ok: false, reason })
const authyText = 'Your Harbor IT verification code is: 749240. It is valid for 10 minutes.'
const verifyText =
  "Your Partner Portal verification code is: 749240. Don't share this code with anyone; our employees will never ask for the code.\n\n@portal1234567.example #749240"

test.each([
  ['as it is', '749240', '749240'],
  ['of eight digits', '74924018', '74924018'],
  ['with gaps', ' 749 240 ', '749240'],
  ['read out digit by digit', 'your token is 7 4 9 2 4 0.', '749240'],
  ['with a hyphen, in a text', 'G749-240 is not it: 749-240', '749240'],
  ['with a full stop', '749240.', '749240'],
  ['with a number sign', '#749240', '749240'],
  ['inside tags', '<b>749240</b>', '749240'],
  ['before other digits', '749240/99', '749240'],
  ['in a text of Authy', authyText, '749240'],
  ['twice in a text of Verify', verifyText, '749240'],
  ['in a text whose lines the browser has joined', verifyText.replaceAll('\n', ' '), '749240'],
  ['in Chinese', '您的验证码是749240，请勿转发', '749240'],
  ['in Arabic digits', '١٢٣٤٥٦', '123456'],
  ['in Persian digits', '۱۲۳۴۵۶', '123456'],
  ['in Devanagari digits', '१२३ ४५६', '123456'],
  ['in full-width digits', '１２３４５６', '123456'],
  ['in emoji', '7️⃣4️⃣9️⃣2️⃣4️⃣0️⃣', '749240'],
  ['with invisible marks', '\u202a749\u200b240\u202c', '749240'],
])('a code is read %s', (_, typed, code) => {
  expect(read(typed)).toEqual(found(code))
})

test.each([
  ['nothing', ''],
  ['letters', 'seven four nine'],
  ['five digits', '74924'],
  ['nine digits', '749240123'],
  ['a letter between digits', '12a456'],
  ['a recovery code with letters too many', '01234-56abc-defghjk'],
  ['an emoji', '🔑'],
  ['a book', '749240 '.repeat(1000)],
])('%s is no code', (_, typed) => {
  expect(read(typed)).toEqual(refused('not-a-code'))
})

test('two different codes in one text are refused as such', () => {
  expect(read(`${authyText} ${authyText.replace('749240', '113355')}`)).toEqual(refused('several-codes'))
})

test('every digit of every script has its value', () => {
  for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
    const digits = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false })
    const typed = digits.format(9_876_543_210)
    if (/^\p{Nd}+$/u.test(typed))
      expect([numberingSystem, plainCode(typed)]).toEqual([numberingSystem, '9876543210'])
  }
})

const digit = fc.integer({ min: 0, max: 9 })
const code = fc.array(digit, { minLength: 6, maxLength: 8 }).map((digits) => digits.join(''))
const words = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{N}/u.test(text.normalize('NFKC')))

test('a code in any text without digits is found', () => {
  fc.assert(
    fc.property(words, code, words, (before, typed, after) => {
      expect(read(`${before} ${typed} ${after}`)).toEqual(found(typed))
    }),
  )
})

test('reading never fails, and reading what was read changes nothing', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'01٢३４ -#@.aé\n') }),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const once = read(text)
      if (once.ok) expect(read(once.value)).toEqual(once)
      expect(plainCode(plainCode(text))).toBe(plainCode(text))
    }),
    { numRuns: 100 },
  )
})

const fields: Array<[string, string, z.ZodObject, Record<string, string>]> = [
  ['token', 'the second step', secondStepForm, {}],
  ['code', 'an alert', typedCodeForm, {}],
  ['proofToken', 'a step-up', proofForm, {}],
  ['token', 'an authenticator app', confirmAppForm, { appId: crypto.randomUUID() }],
  ['token', 'a number', confirmNumberForm, { link: 'a'.repeat(43) }],
  ['code', 'a lost phone', codeForm, {}],
  ['oneTimePass', 'a one-time pass', oneTimePassForm, {}],
]

test.each(fields)('the field %s of %s answers nonsense in our own words', (name, _, schema, others) => {
  const ours = /^(The code has 8 digits\.|Enter the |A one-time pass has|That text has more than one code)/
  for (const typed of [undefined, '', 'letters', '🔑', '9'.repeat(3000), '123456 12345678 87654321 654321']) {
    const form = new FormData()
    for (const [key, value] of Object.entries({ ...others, [name]: typed }))
      if (value) form.append(key, value)
    const parsed = parseForm(form, schema)
    for (const sentence of Object.values(parsed.ok ? {} : parsed.state.errors)) expect(sentence).toMatch(ours)
  }
})
