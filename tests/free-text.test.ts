import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanText, lineOf, search, textOf } from '@/lib/free-text'

test.each([
  ['a joiner between letters stays', 'علی\u200cپور', 'علی\u200cپور'],
  [
    'a joiner in an emoji stays',
    'Dev 👩🏽\u200d💻 and ❤\ufe0f\u200d🔥',
    'Dev 👩🏽\u200d💻 and ❤\ufe0f\u200d🔥',
  ],
  ['invisible marks at the ends go', '\ufeff\u200b\u200cAda\u200d\u2060\ufe0f \u200e', 'Ada\ufe0f'],
  ['several joiners in a row are one', 'علی\u200c\u200c\u200cپور', 'علی\u200cپور'],
  ['text is not turned round', 'Reset \u202egniht\u202c \u2067now\u2069', 'Reset gniht now'],
  ['control characters and blank fillers go', 'A\0d\x1b[31ma\u3164\u{e0041}', 'Ad[31ma'],
  ['decomposed accents are composed', 'Jose\u0301', 'José'],
  ['spaces of all kinds are one', ' Tess\u00a0\t\u3000 Lindqvist\n', 'Tess Lindqvist'],
])('in a name %s', (_, typed, cleaned) => {
  expect(cleanLine(typed)).toBe(cleaned)
})

test('line ends of every system are line feeds', () => {
  expect(cleanText('one\r\ntwo\rthree\u2028four\u0085five  \nsix\n\n')).toBe(
    'one\ntwo\nthree\nfour\nfive\nsix',
  )
})

const marks = fc.constantFrom(
  ...[
    '\u200c',
    '\u200d',
    '\ufe0f',
    '\u202e',
    '\u2066',
    '\u2069',
    '\u200b',
    '\ufeff',
    '\u0301',
    '\u034f',
    '\0',
  ],
  ...['\r', '\n', '\u2028', '\u00a0', ' ', '\ud800', 'e', 'ی', '👩', '🏽', '\u0958', '\u{e0020}', '.'],
)
const anything = fc
  .array(fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
  .map((parts) => parts.join(''))

test('cleaning is final, and leaves nothing hidden in any text', () => {
  fc.assert(
    fc.property(anything, (typed) => {
      const [text, line] = [cleanText(typed), cleanLine(typed)]
      expect(cleanText(text)).toBe(text)
      expect(cleanLine(line)).toBe(line)
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|\p{Bidi_Control}|[\u2028\u2029\ufeff]| \n|^\s|\s$/u)
      expect(text).not.toMatch(/(^|\s)\p{Join_Control}|\p{Join_Control}($|\s)/u)
      expect(line).not.toMatch(/\n| {2}/)
    }),
    { numRuns: 2000 },
  )
})

test('a length is counted after the cleaning, in units of the browser', () => {
  const longest = '👩'.repeat(5)
  expect(textOf(10).safeParse(`\ufeff${longest}\r\n`)).toMatchObject({ success: true, data: longest })
  expect(lineOf(9).safeParse(longest)).toMatchObject({ success: false })
  expect(textOf(3).parse('a\r\nb')).toBe('a\nb')
})

test('a search that is too long is cut', () => {
  expect(search.parse('я'.repeat(120))).toHaveLength(100)
  expect(search.parse(['a'])).toBe('')
})
