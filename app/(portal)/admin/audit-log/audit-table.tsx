import Link from 'next/link'
import { Time } from '@/components/time'
import { Icon } from '@/components/ui/icon'
import { Table } from '@/components/ui/table'
import { type Detail, describeDetails } from '@/lib/audit/details'
import type { AuditPage } from '@/lib/audit/queries'
import { auditSentence } from '@/lib/audit/sentences'

type AuditEvent = AuditPage['events'][number]

export function AuditTable({ events }: { events: AuditEvent[] }) {
  return (
    <Table
      caption="Audit events"
      columns={[{ label: 'When' }, { label: 'Who' }, { label: 'What' }, { label: 'Affected person' }]}
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
      <td className="wrap-anywhere">
        <CardWord>by</CardWord>
        {event.actorId ? (
          <Link href={`/admin/audit-log?person=${event.actorId}`} prefetch={false} className="text-link">
            {event.actorName}
          </Link>
        ) : (
          event.actorName
        )}
      </td>
      <th scope="row" className="sm:w-1/2">
        <What event={event} />
      </th>
      <td className="wrap-anywhere">
        {event.targetName && (
          <>
            <CardWord>about</CardWord>
            {event.targetName}
          </>
        )}
      </td>
    </tr>
  )
}

/** One line, which unfolds where there is more to say. */
function What({ event: { action, details, browser, place } }: { event: AuditEvent }) {
  const lines = describeDetails(details)
  const from = [browser, place].filter(Boolean).join(', ')
  if (from) lines.push({ label: 'From', value: from })
  const sentence = auditSentence(action, details)
  if (lines.length === 0) return <p className="pl-6">{sentence}</p>
  return (
    <details className="group">
      <summary className="flex min-h-5 cursor-pointer list-none items-center gap-2 rounded-xs [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-right" className="shrink-0 text-text-muted group-open:rotate-90" />
        {sentence}
      </summary>
      <div className="mt-1.5 grid gap-0.5 pl-6 font-normal wrap-anywhere">{lines.map(detailLine)}</div>
    </details>
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
