import type { Tone } from '@/components/ui/alert'
import type { IconName } from '@/components/ui/icon'
import type { StepUpRefusal } from '@/lib/cases/firm/confirm-case'
import type { FirmCase } from '@/lib/cases/firm/list-firm-cases'
import type { AnswerSecondAdminRefusal } from '@/lib/employees/recovery/answer-second-admin'

const gone = 'This request no longer exists.'
const newcomer = 'You joined or became an admin after this request was made, so someone else must answer it.'

export const stepUpSentences: Record<Exclude<StepUpRefusal, 'proof-needed'>, string> = {
  'not-found': gone,
  closed: 'This request was already decided. Nothing was changed.',
  newcomer,
  'given-already': 'You already vouched for this request, so someone else must confirm it.',
}

export const answerSentences: Record<Exclude<AnswerSecondAdminRefusal, 'proof-needed'>, string> = {
  'not-found': gone,
  closed: 'This request was already answered, or it has expired.',
  newcomer,
  'own-request': 'You made this request. The person or another admin must confirm it.',
  'not-active': 'This employee is inactive. Nothing was changed.',
  'asker-gone': 'The admin who requested this is no longer active. Refuse it, or request it yourself.',
  'rule-off': 'Two-factor authentication is off for your firm, so there is no second factor to recover.',
}

type Look = { tone: Tone | 'neutral'; icon: IconName; word: string }

/** The state of a case, for the admins of the firm. */
export function caseLook({ kind, state }: FirmCase): Look {
  if (kind === 'number_change' && state === 'waiting') {
    return { tone: 'info', icon: 'clock', word: 'Waiting for confirmation' }
  }
  return looks[state]
}

const looks: Record<FirmCase['state'], Look> = {
  received: { tone: 'info', icon: 'clock', word: 'Received' },
  checking: { tone: 'info', icon: 'search', word: 'In review' },
  asked: { tone: 'warn', icon: 'circle-question-mark', word: 'Waiting for an answer' },
  seconding: { tone: 'info', icon: 'search', word: 'Second review' },
  waiting: { tone: 'warn', icon: 'clock', word: 'Security hold' },
  ready: { tone: 'warn', icon: 'smartphone', word: 'Ready to set up' },
  done: { tone: 'ok', icon: 'check', word: 'Done' },
  stopped: { tone: 'danger', icon: 'ban', word: 'Canceled' },
  withdrawn: { tone: 'neutral', icon: 'x', word: 'Withdrawn' },
  declined: { tone: 'neutral', icon: 'x', word: 'Declined' },
  found: { tone: 'ok', icon: 'smartphone', word: 'Phone found' },
}

/** "LP-12", as in every mail. */
export function caseName({ kind, number }: FirmCase): string {
  return `${kind === 'lost_phone' ? 'LP' : 'NC'}-${number}`
}

export const lossWords: Record<NonNullable<FirmCase['reason']>, string> = {
  lost: 'Phone lost',
  stolen: 'Phone stolen',
  broken: 'Phone broken',
  new_number: 'New phone number',
}
