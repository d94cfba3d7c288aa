import type { CaseKind, CaseState, EvidenceKind, Role } from '@/prisma/client/enums'

export const openStates = ['received', 'checking', 'asked', 'seconding', 'waiting', 'ready'] as const
/** A decision is still to be made: these stand in the queue. */
export const undecidedStates = ['received', 'checking', 'asked', 'seconding'] as const

export function isOpen(state: CaseState): boolean {
  return openStates.some((open) => open === state)
}

/** A supporter's decision is still to be made. */
export function isToDecide(state: CaseState): boolean {
  return undecidedStates.some((undecided) => undecided === state)
}

/** Who may do it. `owner`: the supporter who has taken the case; `page`: who holds the link to the case's own page. */
export type CaseParty = 'supporter' | 'owner' | 'page' | 'stop-link' | 'firm-admin' | 'portal' | 'enrolled'

export type CaseAct =
  | 'opened'
  | 'taken'
  | 'released'
  | 'asked'
  | 'answered'
  | 'approved'
  | 'declined'
  | 'stopped'
  | 'withdrawn'
  | 'found'
  | 'completed'
  | 'enrolled'

type Transition = { act: CaseAct; kind: CaseKind; from: CaseState; to: CaseState; by: readonly CaseParty[] }

const undecided = (act: CaseAct, to: CaseState, by: readonly CaseParty[]): Transition[] =>
  undecidedStates.map((from) => ({ act, kind: 'lost_phone', from, to, by }))

/** The published table (docs/state-machines.md): what is not in it does not happen. */
export const transitions: readonly Transition[] = [
  { act: 'taken', kind: 'lost_phone', from: 'received', to: 'checking', by: ['supporter'] },
  { act: 'taken', kind: 'lost_phone', from: 'asked', to: 'checking', by: ['supporter'] },
  // A colleague goes on where somebody has left a case lying for hours: see `lockHours`.
  { act: 'taken', kind: 'lost_phone', from: 'checking', to: 'checking', by: ['supporter'] },
  { act: 'taken', kind: 'lost_phone', from: 'seconding', to: 'seconding', by: ['supporter'] },
  { act: 'released', kind: 'lost_phone', from: 'checking', to: 'received', by: ['owner'] },
  { act: 'released', kind: 'lost_phone', from: 'seconding', to: 'seconding', by: ['owner'] },
  { act: 'asked', kind: 'lost_phone', from: 'checking', to: 'asked', by: ['owner'] },
  { act: 'answered', kind: 'lost_phone', from: 'asked', to: 'received', by: ['page'] },
  { act: 'approved', kind: 'lost_phone', from: 'checking', to: 'waiting', by: ['owner'] },
  { act: 'approved', kind: 'lost_phone', from: 'checking', to: 'seconding', by: ['owner'] },
  { act: 'approved', kind: 'lost_phone', from: 'seconding', to: 'waiting', by: ['owner'] },
  { act: 'declined', kind: 'lost_phone', from: 'checking', to: 'declined', by: ['owner'] },
  { act: 'declined', kind: 'lost_phone', from: 'seconding', to: 'declined', by: ['owner'] },
  ...undecided('stopped', 'stopped', ['stop-link', 'firm-admin']),
  { act: 'stopped', kind: 'lost_phone', from: 'waiting', to: 'stopped', by: ['stop-link', 'firm-admin'] },
  // After completion the old number is put back: nobody has set up anything yet.
  { act: 'stopped', kind: 'lost_phone', from: 'ready', to: 'stopped', by: ['stop-link', 'firm-admin'] },
  ...undecided('withdrawn', 'withdrawn', ['page', 'portal']),
  { act: 'withdrawn', kind: 'lost_phone', from: 'waiting', to: 'withdrawn', by: ['page', 'portal'] },
  ...undecided('found', 'found', ['portal']),
  { act: 'found', kind: 'lost_phone', from: 'waiting', to: 'found', by: ['portal'] },
  { act: 'completed', kind: 'lost_phone', from: 'waiting', to: 'ready', by: ['portal'] },
  { act: 'enrolled', kind: 'lost_phone', from: 'ready', to: 'done', by: ['enrolled'] },
  // An admin's one-time pass leads to a new phone before support has decided.
  ...undecided('enrolled', 'done', ['enrolled']),
  { act: 'enrolled', kind: 'lost_phone', from: 'waiting', to: 'done', by: ['enrolled'] },
  // A person who was deactivated, or whose second step an admin has reset, needs no decision any more.
  { act: 'withdrawn', kind: 'lost_phone', from: 'ready', to: 'withdrawn', by: ['portal'] },
  { act: 'stopped', kind: 'number_change', from: 'waiting', to: 'stopped', by: ['stop-link', 'firm-admin'] },
  { act: 'withdrawn', kind: 'number_change', from: 'waiting', to: 'withdrawn', by: ['firm-admin', 'portal'] },
  { act: 'completed', kind: 'number_change', from: 'waiting', to: 'done', by: ['portal'] },
  { act: 'enrolled', kind: 'number_change', from: 'waiting', to: 'done', by: ['enrolled'] },
]

/** Whether the table has this step for this party. */
export function isAllowed(
  kind: CaseKind,
  from: CaseState,
  act: CaseAct,
  to: CaseState,
  by: CaseParty,
): boolean {
  return transitions.some(
    (one) =>
      one.kind === kind &&
      one.from === from &&
      one.act === act &&
      one.to === to &&
      one.by.some((party) => party === by),
  )
}

/** After so long without a step, another supporter may take a case that somebody else has taken. */
export const lockHours = 8
type TakeFacts = {
  state: CaseState
  ownerId: string | null
  lockLapsed: boolean
  isMine: boolean
  isFirstApprover: boolean
}

/** Whether a supporter may take it now, and has not done so already; the verb decides again. */
export function canTake({ state, ownerId, lockLapsed, isMine, isFirstApprover }: TakeFacts): boolean {
  if (!isToDecide(state) || isMine || (ownerId && !lockLapsed)) return false
  return state !== 'seconding' || !isFirstApprover
}

export const watchDays = 7
export const breachHours = 72

/** Admins and supporters can do more harm: decided sooner, waited for longer (journeys, decisions). */
export function decideHours(role: Role): number {
  return role === 'tech' ? 48 : 24
}

type WaitFacts = { role: Role; risks: string[]; adminConfirmed: boolean; devices: number }

/** None where an admin of the firm has confirmed it and the account has another device that answers. */
export function waitHours({ role, risks, adminConfirmed, devices }: WaitFacts): number {
  const standard = role === 'tech' ? 24 : 48
  const isPlain = role === 'tech' && !risks.some((risk) => grave.has(risk))
  return isPlain && adminConfirmed && devices >= 2 ? 0 : standard
}

/** What the portal itself saw when the case was opened. Facts, never a score. */
export const risks = [
  'privileged', // an admin or supporter
  'mail-reset', // the password was reset by mail in the last 7 days
  'watched', // a request was stopped in the last 7 days
  'number-changed', // the number on file is younger than 7 days
  'new-browser', // this browser has never completed a sign-in of this person
  'same-network', // other people's cases came from this network in the last 7 days
  'stolen',
  'repeated', // a case of this person was declined, stopped or withdrawn in the last 30 days
] as const
export type Risk = (typeof risks)[number]

const grave = new Set<string>(['privileged', 'mail-reset', 'watched'])

/** A second supporter has to approve too. */
export function needsSecond(role: Role, risks: string[]): boolean {
  return role !== 'tech' || risks.some((risk) => grave.has(risk))
}

export type ProofFacts = {
  role: Role
  risks: string[]
  firmHasOtherAdmin: boolean
  /** A number on file that is neither the lost nor the requested one. */
  canCallBack: boolean
  ticked: EvidenceKind[]
}

/**
 * What still has to be checked before *Approve*: the alternatives, each a set of items. Empty: verified. Where the
 * mailbox may be in wrong hands, or the account can do much harm, an admin of the firm has to confirm it if there is one.
 */
export function missingEvidence(facts: ProofFacts): EvidenceKind[][] {
  const ticked = new Set(facts.ticked)
  const alternatives = requiredEvidence(facts)
  if (alternatives.some((items) => items.every((item) => ticked.has(item)))) return []
  return alternatives.map((items) => items.filter((item) => !ticked.has(item)))
}

export function requiredEvidence({
  role,
  risks,
  firmHasOtherAdmin,
  canCallBack,
}: ProofFacts): EvidenceKind[][] {
  const callBack: EvidenceKind[] = canCallBack ? ['call_back'] : []
  if (!needsSecond(role, risks)) {
    return [...callBack.map((item) => [item]), ['admin_confirmed'], ['colleague_vouched', 'documents']]
  }
  // Supporters decide about supporters: their own firm's word is no independent one.
  if (firmHasOtherAdmin && role !== 'support') {
    return [...callBack, 'documents' as const, 'colleague_vouched' as const].map((item) => [
      'admin_confirmed',
      item,
    ])
  }
  return canCallBack ? [['call_back', 'documents']] : [['documents']]
}
