import { db } from '@/lib/db'
import type { PushDetails } from '@/lib/providers/second-factor'
import { publishPending } from '@/lib/session/pending-events'
import { isPendingLive } from '@/lib/session/pending-sign-ins'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import type { CreatedPush } from './create-push'
import { pushSeconds } from './rules'
import { settleIfCalledBack } from './settle-push'

type SendingPush = {
  pendingId: string
  vendorUserId: string
  matchNumber: string
  firmName: string
  place: string
  browser: string
  createdAt: Date
}

/** Stores the vendor's id only while the push is open, so a superseded one has no effect. */
export async function sendPush({ pushId, typedCode }: CreatedPush): Promise<void> {
  const [push] = await db.$queryRaw<SendingPush[]>`
    select p.id as "pendingId", u.vendor_user_id as "vendorUserId", u.match_number as "matchNumber",
      f.name as "firmName", p.place, p.browser, u.created_at as "createdAt"
    from push u join pending_sign_in p on p.id = u.pending_sign_in_id
      join employee e on e.id = u.employee_id join firm f on f.id = e.firm_id
    where u.id = ${pushId}::uuid and u.status = 'sending' and ${isPendingLive}
      and e.pushes_locked_at is null`
  if (!push) return

  const answer = await provider.startPush(push.vendorUserId, detailsOf(push, typedCode))
  await db.$transaction(async (tx) => {
    if (answer.ok) {
      await tx.$executeRaw`update push set status = 'pending', vendor_request_id = ${answer.value}
        where id = ${pushId}::uuid and status = 'sending'`
    } else {
      await tx.$executeRaw`update push set status = 'failed', failure = ${answer.failure}, settled_at = now()
        where id = ${pushId}::uuid and status = 'sending'`
    }
    await publishPending(tx, push.pendingId)
  })
  if (answer.ok) {
    await settleIfCalledBack({ pushId, vendorUserId: push.vendorUserId, vendorRequestId: answer.value })
  }
}

function detailsOf(push: SendingPush, typedCode: string | null): PushDetails {
  const shown = (text: string) => text.slice(0, 200)
  const code: Record<string, string> = typedCode ? { 'Type this code': typedCode } : {}
  return {
    message: `Sign in to Partner Portal? Number ${push.matchNumber}.`,
    details: {
      Number: push.matchNumber,
      ...code,
      Firm: shown(push.firmName),
      Browser: shown(push.browser),
      Place: shown(push.place),
      Time: `${push.createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    },
    expiresInSeconds: pushSeconds,
  }
}
