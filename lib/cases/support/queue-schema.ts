import { z } from 'zod'
import { risks } from '@/lib/cases/rules'

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
