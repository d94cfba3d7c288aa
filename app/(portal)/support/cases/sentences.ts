import type { Tone } from '@/components/ui/alert'
import type { IconName } from '@/components/ui/icon'
import type { CaseAct, Risk } from '@/lib/cases/rules'
import type { ApproveRefusal } from '@/lib/cases/support/approve-case'
import type { DeclineRefusal } from '@/lib/cases/support/decline-case'
import type { QueueViewName } from '@/lib/cases/support/queue-schema'
import type { EvidenceAct } from '@/lib/cases/support/record-evidence'
import type { TakeRefusal } from '@/lib/cases/support/take-case'
import type { TickRefusal } from '@/lib/cases/support/tick-evidence'
import type { CaseKind, CaseState, EvidenceKind, LossReason } from '@/prisma/client/enums'

type StateWords = { word: string; tone: Tone | 'neutral'; icon: IconName }

export const stateWords: Record<CaseState, StateWords> = {
  received: { word: 'Received', tone: 'info', icon: 'mail' },
  checking: { word: 'In review', tone: 'info', icon: 'search' },
  asked: { word: 'Waiting for answer', tone: 'neutral', icon: 'circle-question-mark' },
  seconding: { word: 'Needs second approval', tone: 'warn', icon: 'users' },
  waiting: { word: 'Security hold', tone: 'ok', icon: 'hourglass' },
  ready: { word: 'Ready for new phone', tone: 'ok', icon: 'smartphone' },
  done: { word: 'Completed', tone: 'ok', icon: 'circle-check' },
  stopped: { word: 'Canceled', tone: 'danger', icon: 'ban' },
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
  privileged: { short: 'Admin or support', fact: 'The account belongs to an admin or a support agent.' },
  'mail-reset': {
    short: 'Password reset by email',
    fact: 'The password was reset by email in the last 7 days. Access to the mailbox is enough to do that.',
  },
  watched: {
    short: 'Monitored',
    fact: 'Another request for this account was canceled in the last 7 days.',
  },
  'number-changed': {
    short: 'Number changed',
    fact: 'The number on file changed in the 7 days before the request.',
  },
  'new-browser': {
    short: 'New browser',
    fact: 'This person has never signed in with the browser that sent the request.',
  },
  'same-network': {
    short: 'Same network',
    fact: 'Same network as other requests in the 7 days before.',
  },
  stolen: { short: 'Stolen', fact: 'Reported stolen; a thief may have it.' },
  repeated: {
    short: 'Repeat request',
    fact: 'Another request for this account was declined, canceled or withdrawn in the 30 days before.',
  },
}

/** A case may carry a risk that only a newer process knows. */
export function riskShort(risk: string): string {
  return isRisk(risk) ? riskWords[risk].short : risk
}

export function isRisk(risk: string): risk is Risk {
  return Object.hasOwn(riskWords, risk)
}

export const viewWords: Record<QueueViewName, string> = {
  'to-decide': 'Needs decision',
  overdue: 'Overdue',
  unassigned: 'Unassigned',
  mine: 'Mine',
  second: 'Needs second approval',
  asked: 'Waiting for answer',
  waiting: 'Security hold',
  ready: 'Ready for new phone',
  closed: 'Closed',
}

export const evidenceWords: Record<EvidenceKind, string> = {
  call_back: "Callback to the firm's main line",
  admin_confirmed: 'Confirmed by an admin at the firm',
  colleague_vouched: 'Vouched for by a colleague',
  documents: 'Identity document checked',
}

const actWords: Record<CaseAct | EvidenceAct, string> = {
  'callback-added': 'Callback added as evidence',
  'callback-removed': 'Callback removed from the evidence',
  'document-added': 'Identity document added as evidence',
  'document-removed': 'Identity document removed from the evidence',
  opened: 'Request opened',
  taken: 'Taken',
  released: 'Released',
  asked: 'Question sent',
  answered: 'Question answered',
  approved: 'Approved',
  declined: 'Declined',
  stopped: 'Canceled',
  withdrawn: 'Withdrawn',
  found: 'Signed in with the lost phone',
  completed: 'Security hold over, old phone removed',
  enrolled: 'New phone set up',
}

export function actSentence(act: string): string {
  return isAct(act) ? actWords[act] : act
}

function isAct(act: string): act is CaseAct | EvidenceAct {
  return Object.hasOwn(actWords, act)
}

export function caseName({ kind, number }: { kind?: CaseKind; number: number }): string {
  return `${kind === 'number_change' ? 'NC' : 'LP'}-${number}`
}

const notYours =
  'Nothing was changed. This request is no longer yours: it was updated, or another agent took it. Reload the page.'

export const takeSentences: Record<TakeRefusal, string> = {
  'not-found': 'That request was not found.',
  'own-case': "You can't handle your own request. Another agent will decide it.",
  owned: 'Another agent has already taken this request.',
  'first-approver': 'You gave the first approval. The second must come from another agent.',
  'not-takeable': 'This request no longer needs a decision.',
}

export const notYoursSentence = notYours

export const tickSentences: Record<TickRefusal, string> = {
  'not-yours': notYours,
  'no-other-number':
    "You can't call back: the firm's main line is missing, or it's the lost or the requested number.",
}

export const approveSentences: Record<Exclude<ApproveRefusal, 'proof-needed'>, string> = {
  'not-yours': notYours,
  'not-verified': 'Not approved: evidence was removed, so the identity is no longer verified.',
  'messages-waiting': 'Not approved: notifications about this request are still being sent.',
  'nobody-notified':
    'Not approved: no notification about this request was delivered, so nobody could cancel it.',
  'first-approver': takeSentences['first-approver'],
  'not-checked-twice': 'Not approved: add at least one check of your own first.',
}

export const declineSentences: Record<Exclude<DeclineRefusal, 'proof-needed'>, string> = {
  'not-yours': notYours,
  'no-reason': 'Choose a reason.',
}

const caseStep = {
  taken: 'This request is yours. Nobody else can work on it until you release it.',
  ticked: 'Evidence added.',
  unticked: 'Evidence removed.',
  asked: 'Question sent. The deadline is paused until the person answers.',
  approved: "Approved. We're notifying the person, the old number and the firm's admins.",
  'first-approved': 'First approval saved. A second support agent must approve too.',
  declined: "Declined. We're sending the person the reason and how to appeal.",
}

const queueStep = {
  released: "Request released. It's back in the queue.",
  saved: 'View saved.',
  removed: 'View removed.',
}

type Message = { tone: Tone; message: string }

/** What was just done, or why it was refused. */
export const caseFlashes = {
  ...asDone(caseStep),
  ...asRefused({ ...takeSentences, 'not-yours': notYoursSentence }),
}

export const queueFlashes = {
  ...asDone(queueStep),
  ...asRefused({ 'not-found': takeSentences['not-found'] }),
}

export type CaseFlash = keyof typeof caseFlashes
export type QueueFlash = keyof typeof queueFlashes

function asDone<Key extends string>(sentences: Record<Key, string>): Record<Key, Message> {
  return withTone(sentences, 'ok')
}

function asRefused<Key extends string>(sentences: Record<Key, string>): Record<Key, Message> {
  return withTone(sentences, 'warn')
}

function withTone<Key extends string>(sentences: Record<Key, string>, tone: Tone): Record<Key, Message> {
  const entries = Object.entries<string>(sentences).map(([key, message]) => [key, { tone, message }])
  return Object.fromEntries(entries)
}
