import { z } from 'zod'
import { risks } from '@/lib/cases/rules'
import { lineOf, search } from '@/lib/free-text'
import { cursorText } from '@/lib/keyset'
import { returnQuery } from '@/lib/session/return-target'

export const queueViews = [
  'to-decide',
  'overdue',
  'unassigned',
  'mine',
  'second',
  'asked',
  'waiting',
  'ready',
  'closed',
] as const
export type QueueViewName = (typeof queueViews)[number]

const queueView = z.object({
  view: z.enum(queueViews).catch('to-decide'),
  q: search,
  risk: z.enum(risks).optional().catch(undefined),
  after: cursorText,
  before: cursorText,
})

export type QueueView = z.output<typeof queueView>

export function readQueueView(params: Record<string, unknown>): QueueView {
  const view = queueView.parse(params)
  // A risk filter among a million closed cases would be a slow search, so it is dropped.
  return view.view === 'closed' ? { ...view, risk: undefined } : view
}

export function readQueueQuery(query: string): QueueView {
  return readQueueView(Object.fromEntries(new URLSearchParams(query)))
}

export function queueQuery({ view, q, risk, after, before }: QueueView): string {
  const query = new URLSearchParams()
  if (view !== 'to-decide') query.set('view', view)
  if (q) query.set('q', q)
  if (risk) query.set('risk', risk)
  if (after) query.set('after', after)
  if (before) query.set('before', before)
  return query.toString()
}

export function firstPage(view: QueueView): QueueView {
  return { ...view, after: undefined, before: undefined }
}

export function readCaseNumber(search: string): number | null {
  const [, digits] = search.match(/^(?:LP-?)?(\d{1,9})$/i) ?? []
  return digits ? Number(digits) : null
}

const fewestLetters = 3

export function isTooShort(search: string): boolean {
  return search !== '' && [...search].length < fewestLetters && readCaseNumber(search) === null
}

const viewName = lineOf(40).pipe(z.string().min(1, 'Enter a name for this view.'))

export const saveViewForm = z.strictObject({ name: viewName, query: returnQuery })
export const removeViewForm = z.strictObject({ name: viewName, query: returnQuery })
export const keysForm = z.strictObject({ keys: z.enum(['on', 'off']), query: returnQuery })
export type SaveViewForm = z.output<typeof saveViewForm>
