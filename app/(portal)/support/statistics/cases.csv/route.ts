import { exportCases } from '@/lib/cases/support/export-cases'
import { periodView } from '@/lib/cases/support/period'
import { requirePermission } from '@/lib/session/guards'

export const dynamic = 'force-dynamic'

/** The requests behind the reports, for a spreadsheet. Canceling the download stops the query too. */
export async function GET(request: Request): Promise<Response> {
  await requirePermission('cases.handle')
  const { days } = periodView.parse(Object.fromEntries(new URL(request.url).searchParams))

  return new Response(streamOf(exportCases(days)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="phone-reset-requests-${days}-days.csv"`,
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
