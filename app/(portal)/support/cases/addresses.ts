import type { Route } from 'next'
import { type QueueView, queueQuery } from '@/lib/cases/support/queue-schema'

export function queueAddress(view: QueueView): Route {
  const query = queueQuery(view)
  return query ? `/support/cases?${query}` : '/support/cases'
}

export function caseAddress(caseId: string): Route {
  return `/support/cases/${caseId}` as Route
}
