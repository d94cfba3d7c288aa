import { getPendingSignIn } from '@/lib/session/guards'
import { countWaiting } from '@/lib/session/pending-events'
import { followPush } from '@/lib/sign-in-methods/push/follow-push'
import { settleThenReadPush } from '@/lib/sign-in-methods/push/settle-then-read-push'

export const dynamic = 'force-dynamic'

// Tabs of one browser; more streams than this belong to nobody who signs in.
const maxStreams = 6

/** The state of this browser's own pending sign-in, as a stream, or once as JSON for a browser that polls. */
export async function GET(request: Request): Promise<Response> {
  const pending = await getPendingSignIn()
  if (!pending) return new Response(null, { status: 404 })
  const { pendingId, expiresAt } = pending

  if (!request.headers.get('accept')?.includes('text/event-stream')) {
    const push = await settleThenReadPush(pendingId)
    return Response.json(
      { status: push?.status ?? 'none' },
      { headers: { 'Cache-Control': 'private, no-store' } },
    )
  }

  if (countWaiting(pendingId) >= maxStreams) return new Response(null, { status: 429 })
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const unfollow = followPush(pendingId, (status) =>
        controller.enqueue(encoder.encode(`data: ${status}\n\n`)),
      )
      const ending = setTimeout(() => {
        stop()
        controller.close()
      }, expiresAt.getTime() - Date.now())
      stop = () => {
        unfollow()
        clearTimeout(ending)
      }
      request.signal.addEventListener('abort', () => stop())
    },
    cancel: () => stop(),
  })
  const headers = {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'private, no-store',
    'X-Accel-Buffering': 'no',
  }
  return new Response(body, { headers })
}
