import type { Metadata } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/ui/alert'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import { UnreadablePosition } from '@/components/ui/unreadable-position'
import { readFlash } from '@/lib/session/flash'
import { requirePermission } from '@/lib/session/guards'
import { listFirmsAtVendors } from '@/lib/vendor-migration/queries'
import { vendorsView } from '@/lib/vendor-migration/schema'
import { MigrateAllForm } from './migrate-all-form'
import { PhaseStatus } from './phase-status'
import { allFirmsSentences } from './sentences'

export const metadata: Metadata = { title: 'Migrate from Authy' }

const columns = [
  { label: 'Firm' },
  { label: 'Status' },
  { label: 'Active employees', number: true },
  { label: 'Migrated', number: true },
  { label: 'Registered with Authy', number: true },
]

export default async function VendorsPage({ searchParams }: PageProps<'/support/vendors'>) {
  await requirePermission('vendors.migrate')
  const { after } = vendorsView.parse(await searchParams)
  const flash = await readFlash(allFirmsSentences)
  const { firms, next, isUnreadable } = await listFirmsAtVendors(after)

  return (
    <Page>
      <PageHeader
        title="Migrate from Authy"
        about="Which firms use Authy and which use Twilio Verify. Nobody loses access during a migration."
      />
      {flash && (
        <Alert tone="ok" role="status" className="mb-4">
          <p>{allFirmsSentences[flash.key]}</p>
        </Alert>
      )}
      {isUnreadable ? (
        <UnreadablePosition first="/support/vendors" />
      ) : (
        <Table caption="Firms" columns={columns}>
          {firms.map((firm) => (
            <tr key={firm.id}>
              <th scope="row">
                <Link href={`/support/vendors/${firm.id}`} prefetch={false} className="text-link">
                  {firm.name}
                </Link>
              </th>
              <td>
                <PhaseStatus phase={firm.phase} />
              </td>
              <Figure label="Active employees" count={firm.active} />
              <Figure label="Migrated" count={firm.moved} />
              <Figure label="Registered with Authy" count={firm.atAuthy} />
            </tr>
          ))}
        </Table>
      )}
      <Pagination
        summary={firms.length === 1 ? '1 firm' : `${firms.length} firms`}
        previous={after ? '/support/vendors' : null}
        next={next ? `/support/vendors?after=${next}` : null}
      />
      <MigrateAllForm />
    </Page>
  )
}

/** A row is a card on a phone, without the head of its column: the figure names itself there. */
function Figure({ label, count }: { label: string; count: number }) {
  return (
    <td className="number">
      <span aria-hidden="true" className="sm:hidden">
        {label}:{' '}
      </span>
      {count.toLocaleString('en')}
    </td>
  )
}
