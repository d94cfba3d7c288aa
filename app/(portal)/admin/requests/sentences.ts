import type { StepUpRefusal } from '@/lib/cases/firm/confirm-case'
import type { AnswerSecondAdminRefusal } from '@/lib/employees/recovery/answer-second-admin'

export const stepUpSentences: Record<Exclude<StepUpRefusal, 'proof-needed'>, string> = {
  'not-found': 'This request is no longer here.',
  closed: 'This request has been decided meanwhile. Nothing was changed.',
  newcomer:
    'You were added, or became an admin, after this was asked. It has to be the word of somebody else.',
  'given-already': 'You have vouched for this request already. This has to be the word of somebody else.',
}

export const answerSentences: Record<Exclude<AnswerSecondAdminRefusal, 'proof-needed'>, string> = {
  'not-found': 'This request is no longer here.',
  closed: 'Somebody else has answered this request, or its day is over.',
  newcomer:
    'You were added, or became an admin, after this was asked. It has to be the word of somebody else.',
  'own-request': 'You have asked for this yourself. The person or another admin has to confirm it.',
  'not-active': 'This employee is disabled. Nothing was done.',
  'asker-gone': 'Who asked for this is no longer an active admin. Refuse it, or ask for it yourself.',
  'rule-off': 'Your firm asks for the password only now, so there is no second step to help with.',
}
