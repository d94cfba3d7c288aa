import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { readAuthyCallback } from '@/lib/providers/authy-signature'
import { reportSecurityEvent } from '@/lib/security-events'
import { settleCalledBack } from './settle-push'

export const callbackPath = '/api/authy/callback'

/** A callback only makes the portal ask the vendor; its nonce stops replays. `rawBody` null: too long. */
export async function receiveCallback(
  headers: Headers,
  rawBody: string | null,
): Promise<'accepted' | 'ignored' | 'refused' | 'unreadable'> {
  if (rawBody === null) return 'unreadable'
  const url = env.PORTAL_URL + callbackPath
  const callback = readAuthyCallback({ key: env.AUTHY_API_KEY, url, headers, rawBody, now: new Date() })
  if (!callback.ok) {
    const isForged = ['unsigned', 'wrong-signature', 'stale'].includes(callback.reason)
    reportSecurityEvent(isForged ? 'callback-forged' : 'callback-unreadable', { reason: callback.reason })
    return isForged ? 'refused' : 'unreadable'
  }

  const { nonce, vendorRequestId, vendorUserId } = callback.value
  const isNew = await db.$executeRaw`
    insert into callback_nonce (nonce, vendor_request_id) values (${nonce}, ${vendorRequestId}) on conflict do nothing`
  if (isNew === 0) {
    reportSecurityEvent('callback-repeated', { vendorRequestId })
    return 'ignored'
  }
  const found = await settleCalledBack(vendorRequestId, vendorUserId)
  if (found !== 'asked') reportSecurityEvent(`callback-${found}`, { vendorRequestId, vendorUserId })
  return 'accepted'
}
