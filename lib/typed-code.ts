import { ok, type Result, refuse } from './result'

export type CodeRefusal = 'not-a-code' | 'several-codes'

type Length = { least: number; most: number }

const longestText = 2000
// Browsers read this last line of a text, and its host may have digits.
const boundHost = /@(?=\S*\p{L})\S+\s+(?=#)/gu
// What touches a Latin letter is part of a recovery code or of a name.
const groups = /(?<![\d\p{Script=Latin}])\d+(?:[\s\p{Pd}]{1,3}\d+)*(?![\d\p{Script=Latin}])/gu

/** Reads the one code in what was typed or pasted, be it a whole text message. The same code twice counts as one. */
export function readTypedCode(typed: string, { least, most }: Length): Result<string, CodeRefusal> {
  if (typed.length > longestText) return refuse('not-a-code')
  const fits = (digits: string) => digits.length >= least && digits.length <= most
  const text = asciiDigits(typed)
  const whole = withoutGaps(text)
  if (/^\d+$/.test(whole) && fits(whole)) return ok(whole)

  const found = (text.replace(boundHost, ' ').match(groups) ?? []).flatMap((group) => {
    const runs = (group.match(/\d+/g) ?? []).filter(fits)
    const joined = withoutGaps(group)
    return runs.length > 0 ? runs : fits(joined) ? [joined] : []
  })
  const [code, ...others] = new Set(found)
  if (!code) return refuse('not-a-code')
  return others.length > 0 ? refuse('several-codes') : ok(code)
}

/** The letters and digits of a code: digits of every script as ASCII, without gaps and invisible marks. */
export function plainCode(typed: string): string {
  return withoutGaps(asciiDigits(typed))
}

function asciiDigits(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
}

/** Unicode keeps the ten digits of a script in order, so the place in the row is the value. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return (code - first) % 10
}

function withoutGaps(text: string): string {
  return text.replace(/[\s\p{Pd}]/gu, '')
}
