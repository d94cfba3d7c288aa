import { onPushNews } from '@/lib/second-factor/push-news'
import { getPushStatus } from '@/lib/second-factor/second-step'
import { getPendingSignIn } from '@/lib/session/guards'

export const dynamic = 'force-dynamic'

const lookAgainMilliseconds = 5000

/**
 * The state of this browser's own pending sign-in (OT-7), as a stream, or once as JSON for a browser that polls. The
 * stream is woken by the database; the look every five seconds is for a callback that got lost and for the expiry.
 */
export async function GET(request: Request): Promise<Response> {
  const pending = await getPendingSignIn()
  if (!pending) return new Response(null, { status: 404 })

  const readStatus = async () => (await getPushStatus(pending.pendingId)) ?? 'none'
  if (!request.headers.get('accept')?.includes('text/event-stream')) {
    return Response.json(
      { status: await readStatus() },
      { headers: { 'Cache-Control': 'private, no-store' } },
    )
  }

  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let last = ''
      let isLooking = false
      const look = async () => {
        if (isLooking) return
        isLooking = true
        const status = await readStatus().catch(() => last)
        isLooking = false
        if (status === last) return
        last = status
        controller.enqueue(encoder.encode(`data: ${status}\n\n`))
      }
      const forget = onPushNews(pending.pendingId, () => void look())
      const timer = setInterval(() => void look(), lookAgainMilliseconds)
      const end = setTimeout(() => stop(), pending.expiresAt.getTime() - Date.now())
      stop = () => {
        forget()
        clearInterval(timer)
        clearTimeout(end)
        stop = () => {}
        controller.close()
      }
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
