import { z } from 'zod'
import { readTypedCode } from './typed-code'

export const severalCodes = 'That text has more than one code. Enter only the one you need.'

export function codeOf(digits: number, hint: string) {
  return z
    .string()
    .default('')
    .transform((typed, { addIssue }) => {
      const code = readTypedCode(typed, { least: digits, most: digits })
      if (code.ok) return code.value
      addIssue(code.reason === 'several-codes' ? severalCodes : hint)
      return z.NEVER
    })
}
