import { notFound } from 'next/navigation'
import { requirePermission } from '@/lib/session/guards'
import { exportMigration } from '@/lib/vendor-migration/export-migration'
import { firmAddress } from '@/lib/vendor-migration/schema'
import { csvResponse } from '../../../csv-response'

export const dynamic = 'force-dynamic'

/** Who was migrated, and who still needs Authy and why, for a spreadsheet. */
export async function GET(_: Request, { params }: RouteContext<'/support/vendors/[firmId]/report.csv'>) {
  await requirePermission('vendors.migrate')
  const address = firmAddress.safeParse(await params)
  if (!address.success) notFound()

  return csvResponse(exportMigration(address.data.firmId), 'migration-to-twilio-verify.csv')
}
