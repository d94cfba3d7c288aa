import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { SentTokenStatus } from '@/prisma/client/client'
import { pauseSeconds, textsPerWindow, textWindowMinutes } from './rules'

export type LatestText = {
  status: SentTokenStatus
  secondsUntilNext: number
  sentInWindow: number
  canSendMore: boolean
}

export async function findLatestText({ pendingId, employeeId }: PendingSignIn): Promise<LatestText | null> {
  const [text] = await db.$queryRaw<
    Array<{ status: SentTokenStatus; secondsAgo: number; sentInWindow: number }>
  >`
    select status::text as status, extract(epoch from now() - created_at)::float8 as "secondsAgo",
      (select count(*)::int from sent_token where employee_id = ${employeeId}::uuid
        and created_at > now() - make_interval(mins => ${textWindowMinutes})) as "sentInWindow"
    from sent_token where pending_sign_in_id = ${pendingId} order by created_at desc limit 1`
  if (!text) return null
  const { status, secondsAgo, sentInWindow } = text
  const secondsUntilNext = Math.max(0, Math.ceil(pauseSeconds(sentInWindow) - secondsAgo))
  return { status, sentInWindow, secondsUntilNext, canSendMore: sentInWindow < textsPerWindow }
}
