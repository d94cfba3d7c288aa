import type { FormState } from '@/lib/form'

export const codesPerSet = 10

/** Letters and digits that nobody takes for one another: no i, l, o or u (Crockford's base 32). */
export const codeAlphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** The slot's digit and 14 random characters: 70 bits. */
export const codeLength = 15

/** A recovery code as typed, or null when it cannot be one. The first character is its slot. */
export function readRecoveryCode(typed: string): { slot: number; code: string } | null {
  const code = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
  const isCode = code.length === codeLength && [...code].every((mail) => codeAlphabet.includes(mail))
  return isCode && /^\d/.test(code) ? { slot: Number(code[0]), code } : null
}

/** In three groups of five, as it is shown and printed. */
export function showRecoveryCode(code: string): string {
  return code.replace(/(.{5})(?=.)/g, '$1-')
}

export type GenerateCodesState = FormState & { codes?: string[] }

export const nothingMade: GenerateCodesState = { errors: {}, values: {} }

export const busyMakingCodes =
  "Many people are signing in right now, so we couldn't generate your codes. Try again in 10 seconds."
