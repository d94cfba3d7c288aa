import { Time } from '@/components/time'
import { Status } from '@/components/ui/status'
import { type Column, Table } from '@/components/ui/table'
import type { FirmCase } from '@/lib/cases/firm/list-firm-cases'
import type { RecoveryRow, RecoveryState } from '@/lib/employees/recovery/list-requests'
import { recoveryTitles } from '../employees/sentences'
import { caseLook, caseName } from './sentences'

type ClosedRequestsProps = { cases: FirmCase[]; help: RecoveryRow[] }

/** The newest closed cases and recovery requests. */
export function ClosedRequests({ cases, help }: ClosedRequestsProps) {
  const rows = [...cases.map(caseRow), ...help.map(recoveryRow)]
  rows.sort((one, other) => other.since.getTime() - one.since.getTime())

  return (
    <Table caption="Closed requests" columns={columns}>
      {rows.slice(0, 20).map(({ id, name, what, since, look }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td>{what}</td>
          <td>
            <Time at={since} />
          </td>
          <td>
            <Status tone={look.tone} icon={look.icon}>
              {look.word}
            </Status>
          </td>
        </tr>
      ))}
    </Table>
  )
}

type ClosedRow = {
  id: string
  name: string
  what: string
  since: Date
  look: ReturnType<typeof caseLook>
}

function caseRow(about: FirmCase): ClosedRow {
  const what = about.kind === 'lost_phone' ? 'Lost phone' : 'New number'
  const { id, name, openedAt } = about
  return { id, name, what: `${what} · ${caseName(about)}`, since: openedAt, look: caseLook(about) }
}

function recoveryRow({ id, name, kind, askedAt, state, answeredBy }: RecoveryRow): ClosedRow {
  const look = recoveryLooks[state]
  const word = answeredBy && state !== 'expired' ? `${look.word} by ${answeredBy}` : look.word
  return { id, name, what: recoveryTitles[kind], since: askedAt, look: { ...look, word } }
}

const recoveryLooks: Record<RecoveryState, ReturnType<typeof caseLook>> = {
  open: { tone: 'warn', icon: 'clock', word: 'Open' },
  confirmed: { tone: 'ok', icon: 'check', word: 'Confirmed' },
  done: { tone: 'ok', icon: 'check', word: 'Confirmed' },
  refused: { tone: 'danger', icon: 'ban', word: 'Refused' },
  expired: { tone: 'neutral', icon: 'clock', word: 'Expired' },
}

const columns: Column[] = [
  { label: 'Person' },
  { label: 'Request' },
  { label: 'Opened' },
  { label: 'Outcome' },
]
