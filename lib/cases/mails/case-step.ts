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
export type NotifiedAct = (typeof notifiedActs)[number]

export function isNotified(act: string): act is NotifiedAct {
  return notifiedActs.some((notified) => notified === act)
}

/** Names, place and browser are raw: the writers make them harmless. */
export type CaseStep = {
  act: NotifiedAct
  kind: CaseKind
  number: number
  at: Date
  from: CaseState | null
  /** The portal never names a supporter. */
  by: { name: string; isPerson: boolean; isPortal: boolean }
  note: string
  isOpen: boolean
  person: string
  firm: string
  isOperator: boolean
  reader: 'person' | 'admin' | 'supporter'
  place: string
  browser: string
  reason: LossReason | null
  requestedNumber: string | null
  dueAt: Date | null
  waitsUntil: Date | null
  waitHours: number
  links: Record<'stop' | 'page' | 'queue' | 'signIn' | 'forgotten', string>
}

export type ReadyStep = CaseStep & { helper: string }

export type StepWords = {
  subject: string
  paragraphs: string[]
  quote?: string[]
  button?: Link
  after?: string[]
}

export function caseName({ kind, number }: Pick<CaseStep, 'kind' | 'number'>): string {
  return `${kind === 'lost_phone' ? 'LP' : 'NC'}-${number}`
}

export function canStop({ kind, act }: Pick<CaseStep, 'kind' | 'act'>): boolean {
  if (kind === 'number_change') return act === 'opened'
  return act === 'opened' || act === 'asked' || act === 'approved' || act === 'completed'
}
