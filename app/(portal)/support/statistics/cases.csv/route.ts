import { exportCases } from '@/lib/cases/support/export-cases'
import { periodView } from '@/lib/cases/support/period'
import { requirePermission } from '@/lib/session/guards'
import { csvResponse } from '../../csv-response'

export const dynamic = 'force-dynamic'

/** The requests behind the reports, for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  await requirePermission('cases.handle')
  const { days } = periodView.parse(Object.fromEntries(new URL(request.url).searchParams))

  return csvResponse(exportCases(days), `phone-reset-requests-${days}-days.csv`)
}
