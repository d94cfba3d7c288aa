import { findLatestPush, type LatestPush } from './queries'
import { settleWaiting } from './settle-push'

/** Settles the push that a page waits for, then reads it. Writes, asks the vendor and may mail people; null where none was sent. */
export async function settleThenReadPush(pendingId: string): Promise<LatestPush | null> {
  await settleWaiting(pendingId)
  return findLatestPush(pendingId)
}
