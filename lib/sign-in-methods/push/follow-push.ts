import { log } from '@/lib/log'
import { onPushEvent, waitingPendingIds } from '@/lib/session/pending-events'
import { coalesced } from './coalesced'
import { findLatestPush } from './queries'
import { settleOverdue } from './settle-push'

const sweepMilliseconds = 3000
const retryMilliseconds = 5000

/** Calls `onStatus` with the newest push's state, and with each later one, until the returned function is called. */
export function followPush(pendingId: string, onStatus: (status: string) => void): () => void {
  let isOver = false
  let last = ''
  let timer: NodeJS.Timeout | undefined
  const lookIn = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(look, milliseconds)
  }
  const look = coalesced(async () => {
    const push = await findLatestPush(pendingId).catch(() => undefined)
    if (isOver) return
    if (push === undefined) return lookIn(retryMilliseconds)
    const status = push?.status ?? 'none'
    if (push && (status === 'pending' || status === 'sending')) lookIn(push.secondsLeft * 1000 + 100)
    if (status === last) return
    last = status
    onStatus(status)
  })
  const forget = onPushEvent(pendingId, look)
  if (!isSweeping) setTimeout(sweep, sweepMilliseconds)
  isSweeping = true
  look()

  return () => {
    isOver = true
    clearTimeout(timer)
    forget()
  }
}

let isSweeping = false

/** A lost callback that it finds is seldom alone: the next sweep then follows at once. */
async function sweep(): Promise<void> {
  const waiting = waitingPendingIds()
  isSweeping = waiting.length > 0
  if (!isSweeping) return
  const settled = await settleOverdue(waiting).catch((error) => {
    log.warn({ err: error }, 'Open pushes could not be asked for')
    return 0
  })
  setTimeout(sweep, settled > 0 ? 0 : sweepMilliseconds)
}
