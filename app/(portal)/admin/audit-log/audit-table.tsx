import Link from 'next/link'
import { Time } from '@/components/time'
import { Table } from '@/components/ui/table'
import { type Detail, describeDetails } from '@/lib/audit/details'
import type { AuditPage } from '@/lib/audit/queries'
import { auditSentence } from '@/lib/audit/sentences'

type AuditEvent = AuditPage['events'][number]

export function AuditTable({ events }: { events: AuditEvent[] }) {
  return (
    <Table
      caption="Audit events"
      columns={[
        { label: 'When' },
        { label: 'Who' },
        { label: 'What' },
        { label: 'Affected person' },
        { label: 'From' },
        { label: 'Details' },
      ]}
    >
      {events.map((event) => (
        <AuditRow key={event.id} event={event} />
      ))}
    </Table>
  )
}

function AuditRow({ event }: { event: AuditEvent }) {
  return (
    <tr>
      <td>
        <Time at={event.at} seconds />
      </td>
      <td>
        <CardWord>by</CardWord>
        {event.actorId ? (
          <Link href={`/admin/audit-log?person=${event.actorId}`} prefetch={false} className="text-link">
            {event.actorName}
          </Link>
        ) : (
          event.actorName
        )}
      </td>
      <th scope="row">{auditSentence(event.action, event.details)}</th>
      <td>
        {event.targetName && (
          <>
            <CardWord>about</CardWord>
            {event.targetName}
          </>
        )}
      </td>
      <td>
        {event.browser || event.place ? (
          <>
            <CardWord>from</CardWord>
            {[event.browser, event.place].filter(Boolean).join(', ')}
          </>
        ) : null}
      </td>
      <td>{describeDetails(event.details).map(detailLine)}</td>
    </tr>
  )
}

function detailLine(detail: Detail) {
  return (
    <p key={`${detail.label} ${detail.value}`}>
      {detail.label && <span className="text-text-muted">{detail.label}: </span>}
      {detail.before !== undefined && (
        <>
          {detail.before}
          <span aria-hidden="true"> → </span>
          <span className="sr-only"> changed to </span>
        </>
      )}
      {detail.value}
    </p>
  )
}

/** Under 640 pixels a row is a card without column heads: a small word says what the cell is. */
function CardWord({ children }: { children: string }) {
  return <span className="sm:hidden">{children} </span>
}
