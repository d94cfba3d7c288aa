import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailAddress, maskEmail, normaliseEmail } from '@/lib/contact/email-address'
import { askResetForm } from '@/lib/passwords/schema'
import { signInForm } from '@/lib/sign-in/schema'

const tess = 'tess@harbor.example'
const idn = 'info@xn--e1afmkfd.xn--p1ai'

test.each([
  ['an international domain', 'info@пример.рф', idn],
  ['its ASCII form', 'INFO@XN--E1AFMKFD.XN--P1AI', idn],
  ['a joiner that the domain needs', 'ali@نامه\u200cای.com', 'ali@xn--mgba3gch31f060k.com'],
  ['an invisible space in front', '\u200btess@harbor.example', tess],
  ['marks of a right-to-left page', '\u2067tess@harbor\u200c.example\u2069\u200f', tess],
  ['spaces around the signs', ' tess @ harbor. example ', tess],
  ['brackets with a name', 'Tess Lindqvist <Tess@Harbor.example>', tess],
  ['a copied link', 'mailto:tess@harbor.example?subject=Hello', tess],
  ['a link in brackets', '<mailto:tess@harbor.example>;', tess],
  ['the end of a sentence', 'tess@harbor.example.', tess],
  ['quotes', '"tess@harbor.example"', tess],
  ['wide letters', 'ｔｅｓｓ＠ｈａｒｂｏｒ．ｅｘａｍｐｌｅ', tess],
  [
    'every sign of RFC 5321',
    "O'Hara+a/b=c!#$%&*?^_`{|}~-@harbor.example",
    "o'hara+a/b=c!#$%&*?^_`{|}~-@harbor.example",
  ],
])('an address with %s is read', (_, typed, read) => {
  expect(emailAddress.parse(typed)).toBe(read)
})

test.each([
  '',
  'tess',
  '@harbor.example',
  'tess@harbor',
  'tess@harbor.123',
  'tess@127.0.0.1',
  'tess@[127.0.0.1]',
  'tess..l@harbor.example',
  '.tess@harbor.example',
  'tess l@harbor.example',
  '"tess l"@harbor.example',
  'tess@harbor.example, eve@evil.example',
  'tess@harbor.example\neve@evil.example',
  'tess@evil.example/harbor.example',
  'tess@har%62or.example',
  'tess@-harbor.example',
  'тест@harbor.example',
  `${'a'.repeat(65)}@harbor.example`,
  `tess@${'a.'.repeat(130)}example`,
])('%j is no address', (typed) => {
  const read = emailAddress.safeParse(typed)
  expect(read.error?.issues[0]?.message).toMatch(/^(Enter an email|That address|Use only unaccented)/)
})

test('an address that was read is its own normal form, in printable ASCII', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'tess',
      '@',
      '.',
      'пример',
      'рф',
      '<',
      '>',
      'mailto:',
      ' ',
      '"',
      '\u200c',
      'ß',
      'xn--',
      'İ',
      '?',
    ),
    fc.string({ unit: 'binary', maxLength: 2 }),
  )
  const typed = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''))
  const framed = fc.tuple(typed, typed).map(([local, domain]) => `${local}tess@${domain}.example`)
  fc.assert(
    fc.property(fc.oneof(typed, framed), (text) => {
      const read = emailAddress.safeParse(text)
      if (!read.success) return
      expect(normaliseEmail(read.data)).toBe(read.data)
      expect(read.data).toMatch(/^[!-~]+$/)
    }),
    { numRuns: 400 },
  )
})

test('sign-in and forgotten password read the same address', () => {
  const email = '\u200bInfo@пример.рф '
  expect(signInForm.parse({ email, password: 'x' }).email).toBe(idn)
  expect(askResetForm.parse({ email }).email).toBe(idn)
})

test('a masked address keeps its first letter and domain', () => {
  expect(maskEmail(tess)).toBe('t***@harbor.example')
})
