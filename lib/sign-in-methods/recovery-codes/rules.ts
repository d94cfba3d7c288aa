import type { FormState } from '@/lib/form'
import { plainCode } from '@/lib/typed-code'

export const codesPerSet = 10

/** Crockford's base 32 has no i, l, o or u, which people confuse. */
export const codeAlphabet = '0123456789abcdefghjkmnpqrstvwxyz'

export const codeLength = 15

export function readRecoveryCode(typed: string): { slot: number; code: string } | null {
  const code = plainCode(typed).toLowerCase().replace(/o/g, '0').replace(/[il]/g, '1')
  const isCode = code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter))
  return isCode && /^\d/.test(code) ? { slot: Number(code[0]), code } : null
}

export function showRecoveryCode(code: string): string {
  return code.replace(/(.{5})(?=.)/g, '$1-')
}

export type GenerateCodesState = FormState & { codes?: string[] }

export const nothingMade: GenerateCodesState = { errors: {}, values: {} }

export const busyMakingCodes =
  "Many people are signing in right now, so we couldn't generate your codes. Try again in 10 seconds."
