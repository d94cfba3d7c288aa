import type { Route } from 'next'
import { type QueueView, queueQuery } from '@/lib/cases/support/queue-schema'

export type ResultAlert = 'released' | 'saved' | 'removed'

/** The queue as it is in `view`, with what was just done or why it was refused. */
export function queueAddress(
  view: QueueView,
  step: { done?: ResultAlert; refused?: string; name?: string } = {},
): Route {
  return queryAddress(queueQuery(view), step)
}

function queryAddress(query: string, step: Record<string, string | undefined>): Route {
  const params = new URLSearchParams(query)
  for (const [key, value] of Object.entries(step)) if (value) params.set(key, value)
  return params.size > 0 ? `/support/cases?${params}` : '/support/cases'
}

export type CaseStep = 'taken' | 'ticked' | 'unticked' | 'asked' | 'approved' | 'first-approved' | 'declined'

export function caseAddress(caseId: string, step: { done?: CaseStep; refused?: string } = {}): Route {
  const params = new URLSearchParams()
  if (step.done) params.set('done', step.done)
  if (step.refused) params.set('refused', step.refused)
  const query = params.size > 0 ? `?${params}` : ''
  return `/support/cases/${caseId}${query}` as Route
}
