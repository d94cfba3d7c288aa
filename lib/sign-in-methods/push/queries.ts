import { db } from '@/lib/db'
import { isPushOpen } from '@/lib/sign-in-methods/open-pushes'
import type { PushStatus } from '@/prisma/client/client'
import type { CodeReason } from './rules'

export type LatestPush = {
  pushId: string
  status: PushStatus
  matchNumber: string
  codeReason: CodeReason | null
  secondsLeft: number
}

export async function findLatestPush(pendingId: string): Promise<LatestPush | null> {
  const [push] = await db.$queryRaw<LatestPush[]>`
    select id as "pushId", match_number as "matchNumber", case when typed_code_hash is not null then coalesce(code_reason, 'firm') end as "codeReason",
      case when ${isPushOpen} and expires_at < now() then 'expired' else status::text end as status,
      greatest(0, ceil(extract(epoch from expires_at - now())))::int as "secondsLeft"
    from push where pending_sign_in_id = ${pendingId} order by created_at desc limit 1`
  return push ?? null
}
