import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import type { MigrationProgress } from '@/lib/vendor-migration/queries'
import { remainWords } from '@/lib/vendor-migration/rules'

const columns = [{ label: 'Name' }, { label: 'E-mail' }, { label: 'Why' }]

/** Nobody is taken from Authy who would be left without a way in. */
export function RemainingList({ progress: { remaining, remainingCount } }: { progress: MigrationProgress }) {
  if (remainingCount === 0) return null
  return (
    <Card title={`Cannot do without Authy: ${remainingCount.toLocaleString('en')}`} className="mt-6">
      {remainingCount > remaining.length && (
        <p className="mb-3 text-text-muted">The first {remaining.length}. The CSV has all of them.</p>
      )}
      <Table caption="People who cannot do without Authy" columns={columns}>
        {remaining.map(({ id, name, email, why }) => (
          <tr key={id}>
            <td>{name}</td>
            <td className="break-all">{email}</td>
            <td>{remainWords[why]}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
