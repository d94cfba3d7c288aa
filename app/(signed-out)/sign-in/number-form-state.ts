import {
  answerNumber,
  answerUnread,
  type NumberAnswer,
  tickMissing,
} from '@/app/(portal)/admin/employees/number-answer'
import type { NumberUnread } from '@/lib/contact/read-mobile-number'
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

export function numberRefused(form: FormData, typed: string, unread: NumberUnread): NumberFormState {
  const errors: Record<string, string> =
    unread.reason === 'number-doubtful' ? { sureNumber: tickMissing } : {}
  return { errors, values: refill(form), number: answerUnread(typed, unread), help: 'new-number' }
}
