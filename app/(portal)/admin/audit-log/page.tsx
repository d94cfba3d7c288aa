import type { Metadata, Route } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChips } from '@/components/ui/filter-chips'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { UnreadablePosition } from '@/components/ui/unreadable-position'
import { getPersonName, listAuditEvents } from '@/lib/audit/queries'
import { auditView } from '@/lib/audit/schema'
import { requirePermission } from '@/lib/session/guards'
import { AuditTable } from './audit-table'

export const metadata: Metadata = { title: 'Audit log' }

type AuditLogPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditLogPage({ searchParams }: AuditLogPageProps) {
  const actor = await requirePermission('audit.view')
  const view = auditView.parse(await searchParams)
  const [page, personName] = await Promise.all([
    listAuditEvents(actor, view),
    view.person ? getPersonName(actor, view.person) : null,
  ])

  return (
    <Page>
      <PageHeader
        title="Audit log"
        about={`Activity at ${actor.firmName}, newest first. Entries can't be changed or deleted.`}
      />
      {view.person && (
        <div className="mb-4">
          <FilterChips
            label="Filters"
            chips={[{ label: `By ${personName ?? 'someone else'}`, href: address(view.person), on: true }]}
            clear="/admin/audit-log"
          />
        </div>
      )}
      {page.isUnreadable ? (
        <UnreadablePosition first={address(view.person)} />
      ) : page.events.length === 0 ? (
        <EmptyState icon="scroll-text" title="No events">
          {view.person
            ? 'This person has no activity yet.'
            : 'Sign-ins and changes in your firm appear here.'}
        </EmptyState>
      ) : (
        <>
          <AuditTable events={page.events} />
          <Pagination
            summary={page.events.length === 1 ? '1 event' : `${page.events.length} events`}
            previous={page.newer === null ? null : address(view.person, { after: page.newer })}
            next={page.older === null ? null : address(view.person, { before: page.older })}
          />
        </>
      )}
    </Page>
  )
}

function address(person: string | undefined, position: { before?: bigint; after?: bigint } = {}): Route {
  const query = new URLSearchParams()
  if (person) query.set('person', person)
  for (const [name, id] of Object.entries(position)) query.set(name, String(id))
  return `/admin/audit-log?${query}`
}
