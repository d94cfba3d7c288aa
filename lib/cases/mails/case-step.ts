import type { CaseAct } from '@/lib/cases/rules'
import type { Link } from '@/lib/notifications/words/parts'
import type { CaseKind, CaseState, LossReason } from '@/prisma/client/enums'

export const notifiedActs = [
  'opened',
  'asked',
  'approved',
  'declined',
  'stopped',
  'withdrawn',
  'found',
  'completed',
  'enrolled',
] as const satisfies readonly CaseAct[]
/** The steps that people are notified of. */
export type NotifiedAct = (typeof notifiedActs)[number]

export function isNotified(act: string): act is NotifiedAct {
  return notifiedActs.some((notified) => notified === act)
}

/** What the mails and texts about one step of a case need. Names, place and browser are raw: the writers make them harmless. */
export type CaseStep = {
  act: NotifiedAct
  kind: CaseKind
  number: number
  /** When the step was taken. */
  at: Date
  from: CaseState | null
  /** The person who took the step. Supporters are never named. */
  by: { name: string; isPerson: boolean; isPortal: boolean }
  note: string
  /** Whether the case is open now, which may be later than the step. */
  isOpen: boolean
  person: string
  firm: string
  isOperator: boolean
  /** The reader is the person, or leads that firm: an admin, or a supporter in the operator's. */
  reader: 'person' | 'admin' | 'supporter'
  place: string
  browser: string
  reason: LossReason | null
  requestedNumber: string | null
  dueAt: Date | null
  waitsUntil: Date | null
  /** Hours between the approval, or the change of a number, and its effect. */
  waitHours: number
  links: Record<'stop' | 'page' | 'queue' | 'signIn' | 'forgotten', string>
}

/** The same with names made harmless. `leader` can answer the person's questions: "an admin at Harbor IT". */
export type ReadyStep = CaseStep & { helper: string }

/** What one step says to one reader. The rest of the mail is the same for every step. */
export type StepWords = {
  subject: string
  paragraphs: string[]
  quote?: string[]
  /** The next thing to do, where that is not *Cancel this request*. */
  button?: Link
  after?: string[]
}

/** `LP-12`, or `NC-12` for a changed number. */
export function caseName({ kind, number }: Pick<CaseStep, 'kind' | 'number'>): string {
  return `${kind === 'lost_phone' ? 'LP' : 'NC'}-${number}`
}

/** Steps after which *Cancel this request* still cancels it. */
export function canStop({ kind, act }: Pick<CaseStep, 'kind' | 'act'>): boolean {
  if (kind === 'number_change') return act === 'opened'
  return act === 'opened' || act === 'asked' || act === 'approved' || act === 'completed'
}
