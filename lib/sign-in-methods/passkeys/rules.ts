import type { FormState } from '@/lib/form'

export const maxPasskeys = 10

export const challengeMinutes = 5

/** A copied passkey shows a counter that has not grown; passkeys without a counter always send 0. */
export function looksCopied(stored: number, said: number): boolean {
  return (stored > 0 || said > 0) && said <= stored
}

export type PasskeyFormState = FormState

export const noAnswerYet: PasskeyFormState = { errors: {}, values: {} }
