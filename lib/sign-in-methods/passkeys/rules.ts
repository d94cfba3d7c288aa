import type { FormState } from '@/lib/form'

export const maxPasskeys = 10

/** How long a challenge waits for its answer. */
export const challengeMinutes = 5

/**
 * A counter that has not grown since the last use is what a copy would show. Passkeys that do not count say 0 for ever.
 */
export function looksCopied(stored: number, said: number): boolean {
  return (stored > 0 || said > 0) && said <= stored
}

/** What a form that posts the answer of a passkey is answered itself. */
export type PasskeyFormState = FormState

export const noAnswerYet: PasskeyFormState = { errors: {}, values: {} }
