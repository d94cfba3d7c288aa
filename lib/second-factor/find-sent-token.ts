import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { Vendor } from '@/prisma/client/client'
import { textWindowMinutes } from './token-rules'

/** The latest text of this very sign-in that may still be typed: a token works where it was asked for, and for ten minutes (OT-4). */
export async function findSentToken(
  pending: PendingSignIn,
): Promise<{ id: string; vendor: Vendor; vendorId: string | null } | null> {
  const [text] = await db.$queryRaw<Array<{ id: string; vendor: Vendor; vendorId: string | null }>>`
    select id, vendor::text as vendor, vendor_id as "vendorId" from sent_token
    where pending_sign_in_id = ${pending.pendingId} and status <> 'failed'
      and created_at > now() - make_interval(mins => ${textWindowMinutes})
    order by created_at desc limit 1`
  return text ?? null
}
