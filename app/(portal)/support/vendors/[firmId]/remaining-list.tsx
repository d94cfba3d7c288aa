import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import type { MoveProgress } from '@/lib/vendor-migration/queries'
import { stayWords } from '@/lib/vendor-migration/rules'

const columns = [{ label: 'Name' }, { label: 'E-mail' }, { label: 'Why' }]

/** Nobody is taken from Authy who would be left without a way in. */
export function StayingList({ progress: { staying, stayingCount } }: { progress: MoveProgress }) {
  if (stayingCount === 0) return null
  return (
    <Card title={`Cannot do without Authy: ${stayingCount.toLocaleString('en')}`} className="mt-6">
      {stayingCount > staying.length && (
        <p className="mb-3 text-text-muted">The first {staying.length}. The CSV has all of them.</p>
      )}
      <Table caption="People who cannot do without Authy" columns={columns}>
        {staying.map(({ id, name, email, why }) => (
          <tr key={id}>
            <td>{name}</td>
            <td className="break-all">{email}</td>
            <td>{stayWords[why]}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
