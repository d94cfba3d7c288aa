import { isReady } from '@/lib/readiness'

/** Whether to send visitors here. */
export async function GET() {
  const ready = await isReady()
  return Response.json(
    { status: ready ? 'ready' : 'not ready' },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
