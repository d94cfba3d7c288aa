import { randomInt } from 'node:crypto'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { ok, type Result, refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'
import { publishPending } from '@/lib/session/pending-events'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { offeredMethods } from '@/lib/sign-in-methods/offer-rules'
import { supersedePushes } from '@/lib/sign-in-methods/open-pushes'
import { findMethods, type MethodsNow } from '@/lib/sign-in-methods/queries'
import { isInVain } from './in-vain'
import {
  codeReason,
  deniedDays,
  type PushSignals,
  type PushStanding,
  pushRefusal,
  pushSeconds,
} from './rules'

export type CreatePushRefusal = 'too-many-pushes' | 'not-registered' | 'push-not-allowed' | 'pushes-locked'

export type CreatedPush = { pushId: string; typedCode: string | null }

export async function createPush(
  pending: PendingSignIn,
  known?: MethodsNow,
): Promise<Result<CreatedPush, CreatePushRefusal>> {
  const { vendorUserId } = pending
  if (!vendorUserId) return refuse('not-registered')

  return db.$transaction(async (tx) => {
    const person = await lockEmployee(tx, pending.employeeId)
    if (!person) return refuse('not-registered')
    const refusal = pushRefusal(await findStanding(tx, pending, known))
    if (refusal) return refuse(refusal)

    const superseded = await supersedePushes(tx, { employeeId: person.id }, person.now)
    for (const pendingId of superseded) await publishPending(tx, pendingId)

    const reason = codeReason(pending.pushMode, await findSignals(tx, pending))
    const typedCode = reason ? String(randomInt(1_000_000)).padStart(6, '0') : null
    const [push] = await tx.$queryRaw<[{ pushId: string }]>`
      insert into push (id, pending_sign_in_id, employee_id, vendor_user_id, match_number, typed_code_hash, code_reason, expires_at)
      values (gen_random_uuid(), ${pending.pendingId}, ${pending.employeeId}::uuid, ${vendorUserId},
        ${String(randomInt(10, 100))}, ${typedCode && typedCodeHash(pending.pendingId, typedCode)}, ${reason},
        now() + make_interval(secs => ${pushSeconds}))
      returning id as "pushId"`
    await record(tx, pending, 'push.sent', undefined, { isTyped: reason !== null })
    return ok({ ...push, typedCode })
  })
}

async function findStanding(
  tx: Tx,
  { employeeId, purpose }: PendingSignIn,
  known?: MethodsNow,
): Promise<PushStanding> {
  const [counted] = await tx.$queryRaw<Array<{ areLocked: boolean; inVainInWindow: number }>>`
    select e.pushes_locked_at is not null as "areLocked",
      (select count(*)::int from push u where ${isInVain}) as "inVainInWindow"
    from employee e where e.id = ${employeeId}::uuid`
  const now = known ?? (await findMethods(employeeId, tx))
  if (!counted || !now) return { isAllowed: false, areLocked: true, inVainInWindow: 0 }
  const methods = offeredMethods(now, purpose === 'sign_in' ? 'sign_in' : 'step_up')
  return { ...counted, isAllowed: methods.includes('push') }
}

async function findSignals(tx: Tx, pending: PendingSignIn): Promise<PushSignals> {
  const { employeeId, firmId, browserId, network } = pending
  const [signals] = await tx.$queryRaw<[PushSignals]>`
    select e.last_sign_in_at is not null as "hasSignedInBefore",
      exists (select from known_browser k where k.employee_id = e.id and k.browser_id = ${browserId}
        and k.last_seen_at > '-infinity') as "knowsBrowser",
      ${network} = '' or not exists (select from known_network n where n.employee_id = e.id)
        or exists (select from known_network n where n.employee_id = e.id and n.network = ${network}) as "knowsNetwork",
      exists (select from audit_event a where a.firm_id = ${firmId}::uuid and a.actor_id = e.id
        and a.action = 'sign-in.denied' and a.at > now() - make_interval(days => ${deniedDays})) as "wasDeniedLately"
    from employee e where e.id = ${employeeId}::uuid`
  return signals
}

/** Binds the code to the pending sign-in: the same digits mean nothing in another browser. */
export function typedCodeHash(pendingId: string, code: string): string {
  return storedId(`${pendingId}:${code}`)
}
