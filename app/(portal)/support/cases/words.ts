import type { Tone } from '@/components/ui/alert'
import type { IconName } from '@/components/ui/icon'
import type { CaseAct, Risk } from '@/lib/cases/rules'
import type { QueueViewName } from '@/lib/cases/support/queue-schema'
import type { CaseKind, CaseState, EvidenceKind, LossReason } from '@/prisma/client/enums'

type StateWords = { word: string; tone: Tone | 'neutral'; icon: IconName }

export const stateWords: Record<CaseState, StateWords> = {
  received: { word: 'Received', tone: 'info', icon: 'mail' },
  checking: { word: 'Checking', tone: 'info', icon: 'search' },
  asked: { word: 'Asked', tone: 'neutral', icon: 'circle-question-mark' },
  seconding: { word: 'Needs a second', tone: 'warn', icon: 'users' },
  waiting: { word: 'Approved, waiting', tone: 'ok', icon: 'hourglass' },
  ready: { word: 'Ready', tone: 'ok', icon: 'smartphone' },
  done: { word: 'Done', tone: 'ok', icon: 'circle-check' },
  stopped: { word: 'Stopped', tone: 'danger', icon: 'ban' },
  withdrawn: { word: 'Withdrawn', tone: 'neutral', icon: 'x' },
  declined: { word: 'Declined', tone: 'danger', icon: 'x' },
  found: { word: 'Phone found', tone: 'ok', icon: 'circle-check' },
}

export const reasonWords: Record<LossReason, string> = {
  lost: 'Lost',
  stolen: 'Stolen',
  broken: 'Broken',
  new_number: 'New number',
}

type RiskWords = { short: string; fact: string }

export const riskWords: Record<Risk, RiskWords> = {
  privileged: { short: 'Admin or support', fact: 'The account is an admin’s or a supporter’s.' },
  'mail-reset': {
    short: 'Reset by mail',
    fact: 'The password was reset by mail in the 7 days before: somebody with only the mailbox would get this far.',
  },
  watched: {
    short: 'Watched',
    fact: 'A request in this name was stopped in the 7 days before.',
  },
  'number-changed': {
    short: 'Number changed',
    fact: 'The number on file was changed in the 7 days before.',
  },
  'new-browser': {
    short: 'New browser',
    fact: 'This person has never completed a sign-in with the browser that asked.',
  },
  'same-network': {
    short: 'Shared network',
    fact: 'Requests of other people came from this network in the 7 days before.',
  },
  stolen: { short: 'Stolen', fact: 'The phone is said to be stolen: a thief may hold it.' },
  repeated: {
    short: 'Asked before',
    fact: 'A request of this person was declined, stopped or withdrawn in the 30 days before.',
  },
}

/** A case may carry a fact that only a newer process knows. */
export function riskShort(risk: string): string {
  return isRisk(risk) ? riskWords[risk].short : risk
}

export function isRisk(risk: string): risk is Risk {
  return Object.hasOwn(riskWords, risk)
}

export const viewWords: Record<QueueViewName, string> = {
  'to-decide': 'To decide',
  overdue: 'Overdue',
  unassigned: 'Unassigned',
  mine: 'Mine',
  second: 'Needs a second supporter',
  asked: 'Asked',
  waiting: 'Waiting',
  ready: 'Ready',
  closed: 'Closed',
}

export const evidenceWords: Record<EvidenceKind, string> = {
  call_back: 'Call back on the firm’s main line',
  admin_confirmed: 'Confirmed by an admin of the firm',
  colleague_vouched: 'A colleague vouches',
  documents: 'Identity document checked',
}

const actWords: Record<CaseAct, string> = {
  opened: 'Request opened',
  taken: 'Taken',
  released: 'Put back into the queue',
  asked: 'Asked the person for more',
  answered: 'The person answered',
  approved: 'Approved',
  declined: 'Declined',
  stopped: 'Stopped',
  withdrawn: 'Withdrawn',
  found: 'Signed in with the phone',
  completed: 'Wait over, second step taken away',
  enrolled: 'New phone set up',
}

export function actSentence(act: string): string {
  return isAct(act) ? actWords[act] : act
}

function isAct(act: string): act is CaseAct {
  return Object.hasOwn(actWords, act)
}

export function caseName({ kind, number }: { kind?: CaseKind; number: number }): string {
  return `${kind === 'number_change' ? 'NC' : 'LP'}-${number}`
}
