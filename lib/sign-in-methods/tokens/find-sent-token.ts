import { db } from '@/lib/db'
import { numberHash } from './number-hash'
import { textWindowMinutes } from './rules'
import type { TokenTarget } from './token-target'

export type VerifyText = { id: string; mobileNumber: string; vendorId: string | null }

/** Compares the number where the vendor's id got lost: a text to the old phone must not prove the new one. */
export async function findVerifyText({ pendingId, mobileNumber }: TokenTarget): Promise<VerifyText | null> {
  if (!mobileNumber) return null
  const [text] = await db.$queryRaw<Array<{ id: string; vendorId: string | null }>>`
    select id, vendor_id as "vendorId" from sent_token
    where pending_sign_in_id = ${pendingId} and vendor = 'verify' and status <> 'failed'
      and (vendor_id is not null or number_hash = ${numberHash(mobileNumber)})
      and created_at > now() - make_interval(mins => ${textWindowMinutes})
    order by created_at desc limit 1`
  return text ? { ...text, mobileNumber } : null
}

export async function wasTextedByAuthy({ employeeId, mobileNumber }: TokenTarget): Promise<boolean> {
  const texts = await db.$queryRaw<unknown[]>`
    select from sent_token where vendor = 'authy' and status <> 'failed'
      and (employee_id = ${employeeId}::uuid or number_hash = ${mobileNumber ? numberHash(mobileNumber) : 'none'})
      and created_at > now() - make_interval(mins => ${textWindowMinutes}) limit 1`
  return texts.length > 0
}
