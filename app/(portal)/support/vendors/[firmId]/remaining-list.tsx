import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import type { MigrationProgress } from '@/lib/vendor-migration/queries'
import { remainWords } from '@/lib/vendor-migration/rules'

const columns = [{ label: 'Name' }, { label: 'Email' }, { label: 'Reason' }]

/** The people who stay on Authy, because they could not sign in without it. */
export function RemainingList({ progress }: { progress: MigrationProgress }) {
  const { remaining, remainingCount, phase, active, moved } = progress
  if (phase === 'not-started') {
    return (
      <Card title={`Still to be migrated: ${(active - moved).toLocaleString('en')}`} className="mt-6">
        <p className="text-text-muted">
          Nobody has been migrated yet. After the start, this list shows the people who stay on Authy, with
          the reason.
        </p>
      </Card>
    )
  }
  if (remainingCount === 0) return null
  return (
    <Card title={`Staying on Authy: ${remainingCount.toLocaleString('en')}`} className="mt-6">
      {remainingCount > remaining.length && (
        <p className="mb-3 text-text-muted">
          Showing the first {remaining.length}. Download the CSV to see everyone.
        </p>
      )}
      <Table caption="People staying on Authy" columns={columns}>
        {remaining.map(({ id, name, email, why }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td className="break-all">{email}</td>
            <td>{remainWords[why]}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
