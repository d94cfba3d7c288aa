import { proofNeeded } from '@/app/second-factor/take-proof'
import type { Actor } from '@/lib/access/policy'
import type { AddAnswer } from '@/lib/employees/add-employee'
import type { EditAnswer } from '@/lib/employees/edit-employee'
import { refill, refused } from '@/lib/form'
import { describeConflict } from './conflict'
import type { EmployeeFormState } from './employee-form-state'
import { answerNumber, complain } from './number-answer'
import { addSentences, editSentences } from './sentences'

type TypedForm = { mobileNumber: string; correction?: string }

/** The button with the corrected number only fills the field: the person sees the number before it is saved. */
export function correct(form: FormData, typed: TypedForm, country: string | null): EmployeeFormState | null {
  const { correction, mobileNumber } = typed
  // Enter presses this button too; what has been typed since then counts.
  if (!correction || answerNumber(mobileNumber, country).suggestion !== correction) return null
  const values = { ...refill(form), mobileNumber: correction }
  return { errors: {}, values, number: answerNumber(correction, country) }
}

export function editRefused(
  actor: Actor,
  form: FormData,
  answer: Extract<EditAnswer, { ok: false }>,
): EmployeeFormState {
  switch (answer.reason) {
    case 'number-unreadable':
    case 'number-shared':
      return numberRefused(form, answer)
    case 'proof-needed':
      return proofNeeded(actor, form)
    case 'conflict': {
      const conflict = describeConflict(answer, new Date())
      return { errors: {}, values: { ...refill(form), version: String(conflict.version) }, conflict }
    }
    default: {
      const { message, field } = editSentences[answer.reason]
      return refused(form, message, field)
    }
  }
}

export function addRefused(
  actor: Actor,
  form: FormData,
  answer: Extract<AddAnswer, { ok: false }>,
): EmployeeFormState {
  if (answer.reason === 'number-unreadable' || answer.reason === 'number-shared')
    return numberRefused(form, answer)
  if (answer.reason === 'proof-needed') return proofNeeded(actor, form)
  const { message, field } = addSentences[answer.reason]
  return refused(form, message, field)
}

type NumberRefusal = Extract<AddAnswer, { reason: 'number-unreadable' | 'number-shared' }>

function numberRefused(form: FormData, answer: NumberRefusal): EmployeeFormState {
  const values = refill(form)
  if (answer.reason === 'number-shared') return { errors: {}, values, sharedWith: answer.colleague }
  return { errors: {}, values, number: complain(values.mobileNumber ?? '', answer.why) }
}
