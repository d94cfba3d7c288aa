import { randomInt } from 'node:crypto'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { storedId } from '@/lib/session/secret-id'
import { tellPending } from './push-news'
import { pushRefusal, pushSeconds, pushWindowMinutes } from './push-rules'

export type OpenPushRefusal = 'too-many-pushes' | 'not-enrolled'

/** A push that waits to be sent: `ringPhone` takes it from here. The typed code exists only in this object and on the phone. */
export type OpenedPush = { pushId: string; typedCode: string | null }

/** Makes room for one push: the one before it dies, so a person never has two open (OT-6). */
export async function openPush(pending: PendingSignIn): Promise<Result<OpenedPush, OpenPushRefusal>> {
  const { vendorUserId } = pending
  if (!vendorUserId) return refuse('not-enrolled')

  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from employee where id = ${pending.employeeId}::uuid for no key update`
    // A sign-in starts the count anew only where it took a second factor: a password alone must not ring on and on.
    const [counted] = await tx.$queryRaw<Array<{ inVain: number }>>`
      select count(*)::int as "inVain" from push join employee e on e.id = push.employee_id
      where push.employee_id = ${pending.employeeId}::uuid and push.consumed_at is null
        and push.created_at > now() - make_interval(mins => ${pushWindowMinutes})
        and (push.created_at > coalesce(e.last_sign_in_at, '-infinity') or not e.firm_requires_second_factor)`
    const refusal = pushRefusal(counted?.inVain ?? 0)
    if (refusal) return refuse(refusal)

    const superseded = await tx.$queryRaw<Array<{ pendingId: string }>>`
      update push set status = 'superseded', settled_at = now()
      where employee_id = ${pending.employeeId}::uuid and status in ('sending', 'pending')
      returning pending_sign_in_id as "pendingId"`
    for (const { pendingId } of superseded) await tellPending(tx, pendingId)

    const typedCode = pending.pushMode === 'typed' ? String(randomInt(1_000_000)).padStart(6, '0') : null
    const [push] = await tx.$queryRaw<Array<{ id: string }>>`
      insert into push (id, pending_sign_in_id, employee_id, vendor_user_id, match_number, typed_code_hash, expires_at)
      values (gen_random_uuid(), ${pending.pendingId}, ${pending.employeeId}::uuid, ${vendorUserId},
        ${String(randomInt(10, 100))}, ${typedCode && typedCodeHash(pending.pendingId, typedCode)},
        now() + make_interval(secs => ${pushSeconds}))
      returning id`
    if (!push) throw new Error('The push was not stored')
    await record(tx, pending, 'push.sent')
    return ok({ pushId: push.id, typedCode })
  })
}

/** Bound to the sign-in that asked: the same digits mean nothing in another browser. */
export function typedCodeHash(pendingId: string, code: string): string {
  return storedId(`${pendingId}:${code}`)
}
