import { getPendingSignIn } from '@/lib/session/guards'
import { countWaiting, onPushEvent } from '@/lib/session/pending-events'
import { settleThenReadPush } from '@/lib/sign-in-methods/push/settle-then-read-push'

export const dynamic = 'force-dynamic'

const lookAgainMilliseconds = 5000
// Tabs of one browser; more streams than this belong to nobody who signs in.
const maxStreams = 6

/**
 * The state of this browser's own pending sign-in, as a stream, or once as JSON for a browser that polls. The
 * stream is woken by the database; the look every five seconds is for a callback that got lost and for the expiry.
 */
export async function GET(request: Request): Promise<Response> {
  const pending = await getPendingSignIn()
  if (!pending) return new Response(null, { status: 404 })

  const readStatus = async () => (await settleThenReadPush(pending.pendingId))?.status ?? 'none'
  if (!request.headers.get('accept')?.includes('text/event-stream')) {
    return Response.json(
      { status: await readStatus() },
      { headers: { 'Cache-Control': 'private, no-store' } },
    )
  }

  if (countWaiting(pending.pendingId) >= maxStreams) return new Response(null, { status: 429 })
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true
      let isLooking = false
      let last = ''
      const look = async () => {
        if (isLooking) return
        isLooking = true
        // The next look may find the database again.
        const status = await readStatus().catch(() => last)
        isLooking = false
        if (!isOpen || status === last) return
        last = status
        controller.enqueue(encoder.encode(`data: ${status}\n\n`))
      }
      const forget = onPushEvent(pending.pendingId, () => void look())
      const timer = setInterval(() => void look(), lookAgainMilliseconds)
      stop = () => {
        isOpen = false
        forget()
        clearInterval(timer)
        clearTimeout(ending)
      }
      const ending = setTimeout(() => {
        stop()
        controller.close()
      }, pending.expiresAt.getTime() - Date.now())
      request.signal.addEventListener('abort', () => stop())
      void look()
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
