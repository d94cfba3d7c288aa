import type { AddRefusal } from '@/lib/employees/add-employee'
import type { AskToConfirmRefusal } from '@/lib/employees/ask-to-confirm-number'
import type { EditRefusal } from '@/lib/employees/edit-employee'
import type { ResendRefusal } from '@/lib/employees/resend-invitation'

export const gone = 'This employee is no longer here.'

type Sentence = { message: string; field?: string }

const elsewhere: Sentence = {
  message: 'This e-mail address cannot be added. If the person already has a portal account, ask support.',
  field: 'email',
}
const numberRequired: Sentence = {
  message: 'Your firm requires two-factor authentication, so every active employee needs a mobile number.',
  field: 'mobileNumber',
}
const lastAdmin: Sentence = {
  message: 'A firm needs at least one active admin. Make somebody else an admin first.',
}
const again: Sentence = {
  message: 'Your firm was changed at the same moment. Nothing was saved. Save again.',
}

export const editSentences: Record<Exclude<EditRefusal, 'proof-needed'>, Sentence> = {
  'not-found': { message: gone },
  'last-admin': lastAdmin,
  'own-role': { message: 'Your own role can only be changed by another admin.', field: 'role' },
  'own-account': { message: 'You cannot disable yourself. Another admin can.', field: 'active' },
  'number-required': numberRequired,
  'number-of-disabled': {
    message:
      'The number of a disabled employee stays as it is. Set the account to active, then change the number.',
    field: 'mobileNumber',
  },
  'number-in-use': {
    message: 'This person signs in with a second step, so the number can be changed, not removed.',
    field: 'mobileNumber',
  },
  'email-taken': elsewhere,
  'changed-meanwhile': again,
}

export const addSentences: Record<Exclude<AddRefusal, 'proof-needed'>, Sentence> = {
  'number-required': numberRequired,
  'already-in-firm': { message: 'Somebody in your firm already has this e-mail address.', field: 'email' },
  'email-taken': elsewhere,
  'last-admin': lastAdmin,
  'changed-meanwhile': again,
}

export const resendSentences: Record<ResendRefusal, string> = {
  'not-found': gone,
  'not-active': 'This employee is disabled. Set the account to active first.',
  'has-password': 'This employee has already set a password and needs no invitation.',
  'just-sent': 'An invitation went out less than a minute ago. Wait a moment, then try again.',
}

export const askToConfirmSentences: Record<AskToConfirmRefusal, string> = {
  'not-found': gone,
  'not-active': 'This employee is disabled. Set the account to active first.',
  'no-number': 'There is no number on file to confirm. Add it first.',
  confirmed: 'This number is confirmed already.',
  'enrollment-open':
    'The second step was reset: the link to set up a phone, sent by mail, confirms the number too.',
  'too-soon': 'A link went out less than a minute ago. Wait a moment, then try again.',
  'too-many':
    'Five links went out to this person today. Wait until tomorrow, or speak with the person first.',
}
