import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { UnreadablePosition } from '@/components/ui/unreadable-position'
import { findNextCase, listCases, medianAnswer } from '@/lib/cases/support/queue'
import { firstPage, type QueueView, queueQuery, readQueueView } from '@/lib/cases/support/queue-schema'
import { listSavedViews } from '@/lib/cases/support/saved-views'
import { requirePermission } from '@/lib/session/guards'
import { caseAddress, queueAddress } from './addresses'
import { KeysMenu } from './keys-menu'
import { NoCases } from './no-cases'
import { QueueFilters } from './queue-filters'
import { QueueTable } from './queue-table'
import { ResultAlert } from './result-alert'
import { SavedViews } from './saved-views'
import { queueFlashes } from './sentences'

export const metadata: Metadata = { title: 'Phone reset requests' }

export default async function QueuePage({ searchParams }: PageProps<'/support/cases'>) {
  const actor = await requirePermission('cases.handle')
  const view = readQueueView(await searchParams)
  const [list, next, saved, jar] = await Promise.all([
    listCases(actor, view),
    findNextCase(actor),
    listSavedViews(actor),
    cookies(),
  ])
  const isEmpty = list.rows.length === 0
  const median = isEmpty && isPlain(view) ? await medianAnswer() : null

  return (
    <Page>
      <PageHeader
        title="Phone reset requests"
        about="Requests from people without access to their phone, most urgent first. Decide each one within 72 hours."
        action={
          <div className="flex flex-wrap gap-2">
            <KeysMenu isOff={jar.get('queue-keys')?.value === 'off'} query={queueQuery(view)} />
            {next && (
              <ButtonLink href={caseAddress(next)} look="primary" className="next-case">
                Open next
              </ButtonLink>
            )}
          </div>
        }
      />
      <ResultAlert flashes={queueFlashes} />
      <QueueFilters view={view} />
      <SavedViews saved={saved} view={view} />
      {list.isCut && (
        <Alert tone="info" className="mb-4">
          <p>
            Too many people or firms match “{view.q}”, so some requests may be missing. Enter more of the
            name.
          </p>
        </Alert>
      )}
      {list.isUnreadable ? (
        <UnreadablePosition first={queueAddress(firstPage(view))} />
      ) : isEmpty ? (
        <NoCases view={view} median={median} />
      ) : (
        <>
          <QueueTable rows={list.rows} view={view} actor={actor} now={new Date()} />
          <Pagination
            summary={list.rows.length === 1 ? '1 request' : `${list.rows.length} requests`}
            previous={list.previous ? queueAddress({ ...firstPage(view), before: list.previous }) : null}
            next={list.next ? queueAddress({ ...firstPage(view), after: list.next }) : null}
          />
        </>
      )}
    </Page>
  )
}

function isPlain(view: QueueView): boolean {
  return queueQuery(view) === ''
}
