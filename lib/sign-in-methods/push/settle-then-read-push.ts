import { findLatestPush, type LatestPush } from './queries'
import { settleWaiting } from './settle-push'

export async function settleThenReadPush(pendingId: string): Promise<LatestPush | null> {
  await settleWaiting(pendingId)
  return findLatestPush(pendingId)
}
