import { Client } from 'pg'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

export const channel = 'pending_event'

/** PostgreSQL sends the event to every process when the caller's transaction commits. */
export async function publishPending(tx: Tx, pendingId: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${channel}, ${pendingId})`
}

const listeners = new Map<string, Set<() => void>>()
let listening: Promise<void> | undefined

/** The result stops listening. One connection serves the whole process. */
export function onPushEvent(pendingId: string, onEvent: () => void): () => void {
  const waiting = listeners.get(pendingId) ?? new Set()
  waiting.add(onEvent)
  listeners.set(pendingId, waiting)
  listening ??= listen()

  return () => {
    waiting.delete(onEvent)
    if (waiting.size === 0) listeners.delete(pendingId)
  }
}

export function countWaiting(pendingId: string): number {
  return listeners.get(pendingId)?.size ?? 0
}

export function waitingPendingIds(): string[] {
  return [...listeners.keys()]
}

async function listen(): Promise<void> {
  const client = new Client({ connectionString: env.DATABASE_URL, keepAlive: true })
  client.on('notification', ({ payload }) => {
    for (const onEvent of listeners.get(payload ?? '') ?? []) onEvent()
  })
  client.on('error', (error) => {
    log.warn({ reason: error.message }, 'The connection for push events was lost and is opened again')
    listening = undefined
    if (listeners.size > 0) setTimeout(() => (listening ??= listen()), 1000).unref()
  })
  try {
    await client.connect()
    await client.query(`listen ${channel}`)
  } catch (error) {
    client.emit('error', error)
    return
  }
  // Events were missed while the connection was down.
  for (const waiting of listeners.values()) for (const onEvent of waiting) onEvent()
}
