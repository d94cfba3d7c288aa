import { notFound } from 'next/navigation'
import { requirePermission } from '@/lib/session/guards'
import { exportMigration } from '@/lib/vendor-migration/export-migration'
import { firmAddress } from '@/lib/vendor-migration/schema'

export const dynamic = 'force-dynamic'

/** Who was migrated, and who still needs Authy and why, for a spreadsheet. */
export async function GET(_: Request, { params }: RouteContext<'/support/vendors/[firmId]/report.csv'>) {
  await requirePermission('vendors.migrate')
  const address = firmAddress.safeParse(await params)
  if (!address.success) notFound()

  return new Response(streamOf(exportMigration(address.data.firmId)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="migration-to-twilio-verify.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return('')
    },
  })
}
