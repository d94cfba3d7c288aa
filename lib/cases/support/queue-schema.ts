import { z } from 'zod'
import { risks } from '@/lib/cases/rules'

/** Named by what a supporter looks for; each but the first one is a part of it or comes after it. */
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

/** The queue as the address bar holds it. What cannot be read falls back to the plain queue. */
const queueView = z.object({
  view: z.enum(queueViews).catch('to-decide'),
  q: z
    .string()
    .transform((typed) => typed.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(100)
        .regex(/^[^\0]*$/),
    )
    .catch(''),
  risk: z.enum(risks).optional().catch(undefined),
  after: z.string().max(300).optional().catch(undefined),
  before: z.string().max(300).optional().catch(undefined),
})

export type QueueView = z.output<typeof queueView>

export function readQueueView(params: Record<string, unknown>): QueueView {
  const view = queueView.parse(params)
  // Among a million closed cases a fact would be searched for, not filtered by.
  return view.view === 'closed' ? { ...view, risk: undefined } : view
}

/** A view that was written down as a query, by a saved view or a form. */
export function readQueueQuery(query: string): QueueView {
  return readQueueView(Object.fromEntries(new URLSearchParams(query)))
}

/** The other way round: only what differs from the plain queue. */
export function queueQuery({ view, q, risk, after, before }: QueueView): string {
  const query = new URLSearchParams()
  if (view !== 'to-decide') query.set('view', view)
  if (q) query.set('q', q)
  if (risk) query.set('risk', risk)
  if (after) query.set('after', after)
  if (before) query.set('before', before)
  return query.toString()
}

/** What is left of a view on its first page. */
export function firstPage(view: QueueView): QueueView {
  return { ...view, after: undefined, before: undefined }
}

/** `LP-1042`, or the bare number. */
export function readCaseNumber(search: string): number | null {
  const [, digits] = search.match(/^(?:LP-?)?(\d{1,9})$/i) ?? []
  return digits ? Number(digits) : null
}

/** Fewer letters would be found everywhere. */
const fewestLetters = 3

export function isTooShort(search: string): boolean {
  return search !== '' && [...search].length < fewestLetters && readCaseNumber(search) === null
}

const viewName = z
  .string()
  .transform((typed) => typed.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'Enter a name for this view.')
      .max(40, 'Use at most 40 characters.')
      .regex(/^[^\p{C}]*$/u, "The name contains characters that we can't show."),
  )

export const saveViewForm = z.strictObject({ name: viewName, query: z.string().max(500) })
export const removeViewForm = z.strictObject({ name: viewName, query: z.string().max(500) })
export const keysForm = z.strictObject({ keys: z.enum(['on', 'off']), query: z.string().max(500) })
export type SaveViewForm = z.output<typeof saveViewForm>
