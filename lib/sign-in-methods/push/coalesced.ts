import { log } from '@/lib/log'

/** Runs one at a time. Calls during a run lead to one more: what changed meanwhile may have been read too early. */
export function coalesced(work: () => Promise<void>): () => void {
  let isRunning = false
  let isWanted = false
  const run = async () => {
    isRunning = true
    while (isWanted) {
      isWanted = false
      await work().catch((error) => log.error({ err: error }, 'A look at a push failed'))
    }
    isRunning = false
  }
  return () => {
    isWanted = true
    if (!isRunning) void run()
  }
}
