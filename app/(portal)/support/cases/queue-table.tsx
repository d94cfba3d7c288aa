import { Time } from '@/components/time'
import { Button } from '@/components/ui/button'
import { PostForm } from '@/components/ui/post-form'
import { type Column, Table } from '@/components/ui/table'
import type { Actor } from '@/lib/access/policy'
import { canTake } from '@/lib/cases/rules'
import { spanWords } from '@/lib/cases/support/due-rules'
import type { QueueRow } from '@/lib/cases/support/queue'
import type { QueueView, QueueViewName } from '@/lib/cases/support/queue-schema'
import { takeCaseAction } from './actions'
import { caseAddress } from './addresses'
import { CaseStatus } from './case-status'
import { DueStatus } from './due-status'
import { caseName, reasonWords, riskShort } from './sentences'

type QueueTableProps = { rows: QueueRow[]; view: QueueView; actor: Actor; now: Date }

/** One form for the whole table: the pressed button carries the case. */
export function QueueTable({ rows, view, actor, now }: QueueTableProps) {
  return (
    <PostForm action={takeCaseAction} id="queue">
      <Table caption="Requests" columns={columnsOf(view.view)}>
        {rows.map((row) => (
          <tr key={row.id} className="focus-within:bg-hover">
            <td className="whitespace-nowrap">
              <When row={row} view={view.view} now={now} />
            </td>
            <th scope="row" className="wrap-anywhere max-sm:basis-[calc(100%-6rem)] sm:min-w-28">
              <a href={caseAddress(row.id)} data-case className="text-link">
                {row.person}
              </a>
              <small>{caseName(row)}</small>
            </th>
            <td className="wrap-anywhere sm:min-w-24">{row.firm}</td>
            <td className={spared}>{reasonWords[row.reason]}</td>
            <td className={spared}>
              <Risks risks={row.risks} />
            </td>
            <td>
              <CaseStatus state={row.state} />
            </td>
            <td className={spared}>
              <span className="sm:hidden">Owner: </span>
              {ownerOf(row, actor)}
            </td>
            <td className="actions">
              {canTake({ ...row, isMine: row.ownerId === actor.employeeId }) && (
                <Button type="submit" name="caseId" value={row.id} className="take-case">
                  Take<span className="sr-only"> request from {row.person}</span>
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </PostForm>
  )
}

/** Hidden on a tablet, which has no room for it; shown on the cards of a phone. */
const spared = 'sm:max-lg:hidden'

type WhenProps = { row: QueueRow; view: QueueViewName; now: Date }

function When({ row, view, now }: WhenProps) {
  if (view === 'closed' || view === 'ready') return <Time at={row.sortedBy} />
  if (view !== 'waiting') return <DueStatus about={row} now={now} />
  const minutes = (row.sortedBy.getTime() - now.getTime()) / 60_000
  return (
    <>
      {minutes > 0 ? `In ${spanWords(minutes)}` : 'Any minute'}{' '}
      <small className="text-xs text-text-muted sm:block">
        <Time at={row.sortedBy} />
      </small>
    </>
  )
}

function Risks({ risks }: { risks: string[] }) {
  if (risks.length === 0) return <span className="text-text-muted max-sm:hidden">None</span>
  return (
    <ul className="flex flex-wrap gap-1">
      {risks.map((risk) => (
        <li key={risk} className="status status-neutral">
          {riskShort(risk)}
        </li>
      ))}
    </ul>
  )
}

function ownerOf(row: QueueRow, actor: Actor): string {
  if (!row.ownerId) return 'Unassigned'
  return row.ownerId === actor.employeeId ? 'You' : (row.ownerName ?? 'Another agent')
}

function columnsOf(view: QueueViewName): Column[] {
  return [
    { label: whenLabels[view] ?? 'Due in' },
    { label: 'Person' },
    { label: 'Firm' },
    { label: 'Reason', wide: true },
    { label: 'Risk signals', wide: true },
    { label: 'Status' },
    { label: 'Owner', wide: true },
    { label: 'Take', quiet: true },
  ]
}

const whenLabels: Partial<Record<QueueViewName, string>> = {
  waiting: 'Hold ends',
  ready: 'Ready since',
  closed: 'Closed',
}
