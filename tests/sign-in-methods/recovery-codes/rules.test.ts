import { expect, test } from 'vitest'
import { readRecoveryCode, showRecoveryCode } from '@/lib/sign-in-methods/recovery-codes/rules'
import { tokenLength } from '@/lib/sign-in-methods/tokens/rules'
import { readTypedCode } from '@/lib/typed-code'

const code = '3abcdefghjkmn01'

test.each([
  ['as it is stored', '3abcdefghjkmn01'],
  ['as it is shown', '3abcd-efghj-kmn01'],
  ['in capitals, with spaces', ' 3ABCD EFGHJ KMN01 '],
  ['with a letter o for the zero and an l for the one', '3abcd-efghj-kmnol'],
  ['with an O and an I', '3abcd-efghj-kmnOI'],
  ['with long dashes and an invisible space', '3abcd\u2013efghj\u2014kmn\u200b01'],
  ['in Arabic digits', '٣abcd-efghj-kmn٠١'],
  ['with the letters of another keyboard', '３ａｂｃｄ-ｅｆｇｈｊ-ｋｍｎ０１'],
])('a code is read %s', (_, typed) => {
  expect(readRecoveryCode(typed)).toEqual({ slot: 3, code })
})

test.each([
  ['a token', '123456'],
  ['a long token', '12345678'],
  ['one character less', '3abcd-efghj-kmn0'],
  ['one character more', '3abcd-efghj-kmn012'],
  ['no slot in front', 'aabcd-efghj-kmn01'],
  ['a letter that no code has', '3abcd-efghj-kmnu1'],
  ['a sign', '3abcd-efghj-kmn0!'],
  ['nothing', ''],
])('%s is no code', (_, typed) => {
  expect(readRecoveryCode(typed)).toBeNull()
})

test('nothing is both a code and a token', () => {
  for (const digits of ['123456', '1234567', '12345678', '012345678901234']) {
    expect(
      [readRecoveryCode(digits) !== null, readTypedCode(digits, tokenLength).ok].filter(Boolean),
    ).toHaveLength(1)
  }
})

test('a code is shown in three groups of five', () => {
  expect(showRecoveryCode(code)).toBe('3abcd-efghj-kmn01')
})
