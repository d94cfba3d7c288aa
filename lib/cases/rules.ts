import type { CaseKind, CaseState, EvidenceKind, Role } from '@/prisma/client/enums'

export const openStates = ['received', 'checking', 'asked', 'seconding', 'waiting', 'ready'] as const
export const undecidedStates = ['received', 'checking', 'asked', 'seconding'] as const

export function isOpen(state: CaseState): boolean {
  return openStates.some((open) => open === state)
}

export function isToDecide(state: CaseState): boolean {
  return undecidedStates.some((undecided) => undecided === state)
}

/** `owner`: the supporter assigned to the case. `page`: a visitor with the link to the case page. */
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

/** The published table (docs/state-machines.md) lists every step: no other step is possible. */
export const transitions: readonly Transition[] = [
  { act: 'taken', kind: 'lost_phone', from: 'received', to: 'checking', by: ['supporter'] },
  { act: 'taken', kind: 'lost_phone', from: 'asked', to: 'checking', by: ['supporter'] },
  // Another supporter may take a case left idle: see `lockHours`.
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
  // A stop after completion restores the old number: no new phone is enrolled yet.
  { act: 'stopped', kind: 'lost_phone', from: 'ready', to: 'stopped', by: ['stop-link', 'firm-admin'] },
  ...undecided('withdrawn', 'withdrawn', ['page', 'portal']),
  { act: 'withdrawn', kind: 'lost_phone', from: 'waiting', to: 'withdrawn', by: ['page', 'portal'] },
  ...undecided('found', 'found', ['portal']),
  { act: 'found', kind: 'lost_phone', from: 'waiting', to: 'found', by: ['portal'] },
  { act: 'completed', kind: 'lost_phone', from: 'waiting', to: 'ready', by: ['portal'] },
  { act: 'enrolled', kind: 'lost_phone', from: 'ready', to: 'done', by: ['enrolled'] },
  // An admin's one-time pass enrolls a new phone before support decides.
  ...undecided('enrolled', 'done', ['enrolled']),
  { act: 'enrolled', kind: 'lost_phone', from: 'waiting', to: 'done', by: ['enrolled'] },
  // The portal withdraws a case when the person is deactivated or an admin resets the second factor.
  { act: 'withdrawn', kind: 'lost_phone', from: 'ready', to: 'withdrawn', by: ['portal'] },
  { act: 'stopped', kind: 'number_change', from: 'waiting', to: 'stopped', by: ['stop-link', 'firm-admin'] },
  { act: 'withdrawn', kind: 'number_change', from: 'waiting', to: 'withdrawn', by: ['firm-admin', 'portal'] },
  { act: 'completed', kind: 'number_change', from: 'waiting', to: 'done', by: ['portal'] },
  { act: 'enrolled', kind: 'number_change', from: 'waiting', to: 'done', by: ['enrolled'] },
]

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

export const lockHours = 8
type TakeFacts = {
  state: CaseState
  ownerId: string | null
  lockLapsed: boolean
  isMine: boolean
  isFirstApprover: boolean
}

export function canTake({ state, ownerId, lockLapsed, isMine, isFirstApprover }: TakeFacts): boolean {
  if (!isToDecide(state) || isMine || (ownerId && !lockLapsed)) return false
  return state !== 'seconding' || !isFirstApprover
}

export const watchDays = 7
export const breachHours = 72

/** Admins and supporters can do more harm: support decides sooner, and the hold is longer. */
export function decideHours(role: Role): number {
  return role === 'tech' ? 48 : 24
}

type WaitFacts = { role: Role; risks: string[]; adminConfirmed: boolean; devices: number }

/** A hold is skipped only if an admin confirmed and the account has another device that responds. */
export function waitHours({ role, risks, adminConfirmed, devices }: WaitFacts): number {
  const standard = role === 'tech' ? 24 : 48
  const isPlain = role === 'tech' && !risks.some((risk) => grave.has(risk))
  return isPlain && adminConfirmed && devices >= 2 ? 0 : standard
}

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

export function needsSecond(role: Role, risks: string[]): boolean {
  return role !== 'tech' || risks.some((risk) => grave.has(risk))
}

export type ProofFacts = {
  role: Role
  risks: string[]
  firmHasOtherAdmin: boolean
  canCallBack: boolean
  ticked: EvidenceKind[]
}

/** Each alternative is a set of checks still missing before *Approve*: an empty result means verified. */
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
  // Supporters decide about supporters: their own firm's confirmation is not independent.
  if (firmHasOtherAdmin && role !== 'support') {
    return [...callBack, 'documents' as const, 'colleague_vouched' as const].map((item) => [
      'admin_confirmed',
      item,
    ])
  }
  return canCallBack ? [['call_back', 'documents']] : [['documents']]
}
