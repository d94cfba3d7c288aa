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

/** Why the list is empty, and the way on. */
export function NoCases({ view, median }: NoCasesProps) {
  if (isTooShort(view.q)) {
    return (
      <EmptyState icon="search" title="Type at least three letters">
        A part of the person’s name or e-mail address, of the firm’s name, or the whole number of a request.
      </EmptyState>
    )
  }
  if (view.q || view.risk) {
    return (
      <EmptyState
        icon="search"
        title={view.q ? `No request matches “${view.q}”` : 'No request with this fact'}
        action={<ButtonLink href={queueAddress({ view: view.view, q: '' })}>Clear all filters</ButtonLink>}
      >
        Only this view was searched: a request that is closed stands under Closed.
      </EmptyState>
    )
  }
  if (view.view === 'to-decide') {
    return (
      <EmptyState icon="inbox" title="No open requests.">
        {median !== null && <p>Median answer this month: {spanWords(median)}.</p>}
        <p>
          New ones appear here as soon as a person has confirmed them with the code from the mail.{' '}
          <a href="/help/lost-phone" className="text-link">
            How a lost phone is handled
          </a>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="inbox"
      title={titles[view.view]}
      action={<ButtonLink href="/support/cases">Show what is to decide</ButtonLink>}
    />
  )
}

const titles: Record<Exclude<QueueViewName, 'to-decide'>, string> = {
  overdue: 'Nothing is overdue',
  unassigned: 'Nothing waits for somebody to take it',
  mine: 'You have taken no request',
  second: 'Nothing needs a second supporter',
  asked: 'No question is unanswered',
  waiting: 'Nothing is in its protective wait',
  ready: 'Nobody is about to set up a new phone',
  closed: 'No request was closed yet',
}
