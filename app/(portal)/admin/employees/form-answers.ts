import { proofNeeded } from '@/app/second-factor/take-proof'
import { sayWhen } from '@/components/relative-time'
import { type Actor, roleWords } from '@/lib/access/policy'
import { formatMobileNumber } from '@/lib/contact/mobile-number'
import type { AddAnswer } from '@/lib/employees/add-employee'
import type { EditAnswer, EditConflict } from '@/lib/employees/edit-employee'
import { changedFields, type EditableFields } from '@/lib/employees/rules'
import { type FormState, refill, refused } from '@/lib/form'
import type { Refusal } from '@/lib/result'
import type { Conflict, EmployeeFormState } from './employee-form-state'
import { answerNumber, answerUnread, tickMissing } from './number-answer'
import { addSentences, editSentences, type RecoveryRefusalReason, recoverySentences } from './sentences'

export function editRefused(
  actor: Actor,
  form: FormData,
  answer: Extract<EditAnswer, { ok: false }>,
): EmployeeFormState {
  switch (answer.reason) {
    case 'number-unreadable':
    case 'number-doubtful':
    case 'number-shared':
      return numberRefused(form, answer)
    case 'proof-needed':
      return proofNeeded(actor, form)
    case 'conflict': {
      const conflict = describeConflict(answer)
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
  if (
    answer.reason === 'number-unreadable' ||
    answer.reason === 'number-doubtful' ||
    answer.reason === 'number-shared'
  )
    return numberRefused(form, answer)
  if (answer.reason === 'proof-needed') return proofNeeded(actor, form)
  const { message, field } = addSentences[answer.reason]
  return refused(form, sayWhen(message, answer.opensAt), field)
}

/** Why recovery was refused. Without a fresh proof the form asks for a step-up. */
export function helpRefused(
  actor: Actor,
  form: FormData,
  { reason, opensAt }: Refusal<RecoveryRefusalReason | 'proof-needed'>,
): FormState {
  return reason === 'proof-needed'
    ? proofNeeded(actor, form)
    : refused(form, sayWhen(recoverySentences[reason], opensAt))
}

type NumberRefusal = Extract<AddAnswer, { reason: 'number-unreadable' | 'number-doubtful' | 'number-shared' }>

function numberRefused(form: FormData, answer: NumberRefusal): EmployeeFormState {
  const values = refill(form)
  if (answer.reason === 'number-shared') return { errors: {}, values, sharedWith: answer.colleague }
  const typed = values.mobileNumber ?? ''
  if (answer.reason === 'number-doubtful')
    return { errors: { sureNumber: tickMissing }, values, number: answerUnread(typed, answer) }
  // The button with the corrected number only fills the field, so that the number is seen before it is saved. Enter presses it
  // too: a number that was typed since then has another correction.
  const correction = form.get('correction')
  if (typeof correction === 'string' && correction === answer.why.suggestion)
    return {
      errors: {},
      values: { ...values, mobileNumber: correction },
      number: answerNumber(correction, null),
    }
  return { errors: {}, values, number: answerUnread(typed, answer) }
}

function describeConflict(answer: EditConflict): Conflict {
  const fields = changedFields(answer.theirs, answer.yours)
  const isNumberOnly = fields.length === 1 && fields[0] === 'mobileNumber'
  return {
    changedBy: answer.changedBy ?? 'Someone else',
    changedAt: answer.changedAt,
    what: isNumberOnly ? 'this number' : 'this employee',
    version: answer.version,
    differences: fields.map((field) => ({
      label: labels[field],
      theirs: shown(answer.theirs, field),
      yours: shown(answer.yours, field),
    })),
  }
}

const labels: Record<keyof EditableFields, string> = {
  name: 'Name',
  role: 'Role',
  mobileNumber: 'Mobile phone number',
  active: 'Active',
}

function shown(values: EditableFields, field: keyof EditableFields): string {
  if (field === 'mobileNumber') return values.mobileNumber ? formatMobileNumber(values.mobileNumber) : 'none'
  if (field === 'active') return values.active ? 'yes' : 'no'
  return field === 'role' ? roleWords[values.role] : values.name
}
