import type { Route } from 'next'
import { type QueueView, queueQuery } from '@/lib/cases/support/queue-schema'

export type QueueNews = 'released' | 'saved' | 'removed'

/** The queue as it is in `view`, with what has just been done or why it was not. */
export function queueAddress(
  view: QueueView,
  news: { done?: QueueNews; refused?: string; name?: string } = {},
): Route {
  return queryAddress(queueQuery(view), news)
}

function queryAddress(query: string, news: Record<string, string | undefined>): Route {
  const params = new URLSearchParams(query)
  for (const [key, value] of Object.entries(news)) if (value) params.set(key, value)
  return params.size > 0 ? `/support/cases?${params}` : '/support/cases'
}

export type CaseNews = 'taken' | 'ticked' | 'unticked' | 'asked' | 'approved' | 'first-approved' | 'declined'

export function caseAddress(caseId: string, news: { done?: CaseNews; refused?: string } = {}): Route {
  const params = new URLSearchParams()
  if (news.done) params.set('done', news.done)
  if (news.refused) params.set('refused', news.refused)
  const query = params.size > 0 ? `?${params}` : ''
  return `/support/cases/${caseId}${query}` as Route
}
