import { answerNumber, complain, type NumberAnswer } from '@/app/(portal)/admin/employees/number-answer'
import type { MobileNumberRefusal } from '@/lib/contact/mobile-number'
import { refill } from '@/lib/form'
import type { AidedState } from '../help-link'

export type NumberFormState = AidedState & { number?: NumberAnswer }

type Typed = { newNumber: string; correction?: string }

/** The button with the corrected number only fills the field: the person sees the number before it is sent. */
export function correctNumber(
  form: FormData,
  { newNumber, correction }: Typed,
  country: string | null,
): NumberFormState | null {
  // Enter presses this button too; what has been typed since then counts.
  if (!correction || answerNumber(newNumber, country).suggestion !== correction) return null
  const values = { ...refill(form), newNumber: correction }
  return { errors: {}, values, number: answerNumber(correction, country) }
}

export function numberRefused(form: FormData, typed: string, why: MobileNumberRefusal): NumberFormState {
  return { errors: {}, values: refill(form), number: complain(typed, why), help: 'new-number' }
}
