import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { spanWords } from '@/lib/cases/support/due-rules'
import { isTooShort, type QueueView, type QueueViewName } from '@/lib/cases/support/queue-schema'
import { queueAddress } from './addresses'

type NoCasesProps = {
  view: QueueView
  /** Minutes; null when nothing was answered in the last 30 days, or in every other view. */
  median: number | null
}

/** Why the list is empty, and what to do next. */
export function NoCases({ view, median }: NoCasesProps) {
  if (isTooShort(view.q)) {
    return (
      <EmptyState icon="search" title="Enter at least 3 letters">
        Search by part of a name, email address or firm, or by a full request number.
      </EmptyState>
    )
  }
  if (view.q || view.risk) {
    return (
      <EmptyState
        icon="search"
        title={view.q ? `No requests match “${view.q}”` : 'No requests with this risk signal'}
        action={<ButtonLink href={queueAddress({ view: view.view, q: '' })}>Clear all filters</ButtonLink>}
      >
        This searched the current view only. Closed requests are under Closed.
      </EmptyState>
    )
  }
  if (view.view === 'to-decide') {
    return (
      <EmptyState icon="inbox" title="No open requests">
        {median !== null && <p>Median answer this month: {spanWords(median)}.</p>}
        <p>
          New requests appear here after the person confirms them with the code we email.{' '}
          <a href="/help/lost-phone" className="text-link">
            How phone resets work
          </a>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="inbox"
      title={titles[view.view]}
      action={<ButtonLink href="/support/cases">Show requests that need a decision</ButtonLink>}
    />
  )
}

const titles: Record<Exclude<QueueViewName, 'to-decide'>, string> = {
  overdue: 'No overdue requests',
  unassigned: 'No unassigned requests',
  mine: 'You have no requests',
  second: 'No requests need a second approval',
  asked: 'No questions are waiting for an answer',
  waiting: 'No requests are in their security hold',
  ready: 'No requests are ready for a new phone',
  closed: 'No closed requests yet',
}
