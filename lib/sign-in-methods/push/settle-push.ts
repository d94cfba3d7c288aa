import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { alertOtherAdmins } from '@/lib/notifications/alert-admins'
import { notify } from '@/lib/notifications/notify'
import type { PushState } from '@/lib/providers/second-factor'
import { publishPending } from '@/lib/session/pending-events'
import { isPushOpen } from '@/lib/sign-in-methods/open-pushes'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import type { PushStatus } from '@/prisma/client/client'

type OpenPush = { pushId: string; vendorUserId: string; vendorRequestId: string }

export async function settleCalledBack(
  vendorRequestId: string,
  vendorUserId: string,
): Promise<'asked' | 'unknown-push' | 'foreign-push' | 'ended-push'> {
  const [push] = await db.$queryRaw<Array<OpenPush & { status: PushStatus }>>`
    select id as "pushId", vendor_user_id as "vendorUserId", vendor_request_id as "vendorRequestId",
      status::text as status
    from push where vendor_request_id = ${vendorRequestId}`
  if (!push) return 'unknown-push'
  if (push.vendorUserId !== vendorUserId) return 'foreign-push'
  if (push.status !== 'pending') return 'ended-push'
  await askAndSettle(push)
  return 'asked'
}

/** Asks the vendor in case the callback got lost, at most once in three seconds for all processes. */
export async function settleWaiting(pendingId: string): Promise<void> {
  const [push] = await db.$queryRaw<OpenPush[]>`
    update push set last_asked_at = now()
    where pending_sign_in_id = ${pendingId} and status = 'pending' and created_at < now() - interval '2 seconds'
      and (last_asked_at is null or last_asked_at < now() - interval '3 seconds')
    returning id as "pushId", vendor_user_id as "vendorUserId", vendor_request_id as "vendorRequestId"`
  if (push) await askAndSettle(push)
  await expirePush(pendingId)
}

const overdueAtOnce = 20

/** Asks for up to 20 of the pushes whose callback may have got lost, each less often as it ages. Returns how many had ended. */
export async function settleOverdue(pendingIds: string[]): Promise<number> {
  const overdue = await db.$queryRaw<OpenPush[]>`
    update push set last_asked_at = now() where id in (
      select id from push
      where pending_sign_in_id = any(${pendingIds}) and status = 'pending' and created_at < now() - interval '2 seconds'
        and (last_asked_at is null or last_asked_at < now() - greatest(interval '3 seconds', (now() - created_at) / 4))
      order by last_asked_at nulls first limit ${overdueAtOnce} for update skip locked)
    returning id as "pushId", vendor_user_id as "vendorUserId", vendor_request_id as "vendorRequestId"`
  const settled = await Promise.all(overdue.map(askAndSettle))
  return settled.filter(Boolean).length
}

/** For an answer that came before the vendor's id was stored, and so found no push. */
export async function settleIfCalledBack(push: OpenPush): Promise<void> {
  const [early] = await db.$queryRaw<unknown[]>`
    select from callback_nonce where vendor_request_id = ${push.vendorRequestId} limit 1`
  if (early) await askAndSettle(push)
}

async function askAndSettle(push: OpenPush): Promise<boolean> {
  const answer = await provider.readPush(push.vendorUserId, push.vendorRequestId)
  if (!answer.ok || answer.value === 'pending') return false
  await settle(push, answer.value)
  return true
}

type Settled = {
  status: string
  pendingId: string
  employeeId: string
  firmId: string
  name: string
  place: string
  browser: string
}

/** End states are final: one conditional update decides, and a late approval is an expiry. */
async function settle(push: OpenPush, state: Exclude<PushState, 'pending'>): Promise<void> {
  await db.$transaction(async (tx) => {
    // Locks the person before the push, as `createPush` does: the other order can deadlock.
    const whose = await tx.push.findUnique({ where: { id: push.pushId }, select: { employeeId: true } })
    if (whose) await lockEmployee(tx, whose.employeeId)
    const [settled] = await tx.$queryRaw<Settled[]>`
      update push u set settled_at = now(),
        status = (case when ${state} = 'approved' and u.expires_at < now() then 'expired' else ${state} end)::push_status
      from pending_sign_in p, employee e
      where u.id = ${push.pushId}::uuid and u.status = 'pending' and p.id = u.pending_sign_in_id and e.id = u.employee_id
      returning u.status::text as status, p.id as "pendingId", e.id as "employeeId", e.firm_id as "firmId", e.name,
        p.place, p.browser`
    if (!settled) return
    if (settled.status === 'denied') await lockPushes(tx, settled)
    await publishPending(tx, settled.pendingId)
  })
}

/** Keeps the pending sign-in after a denial, since the person may have pressed *Deny* by mistake. */
async function lockPushes(tx: Tx, denied: Settled): Promise<void> {
  const { employeeId, place, browser } = denied
  await tx.$executeRaw`
    update employee set pushes_locked_at = coalesce(pushes_locked_at, now()) where id = ${employeeId}::uuid`
  await record(tx, denied, 'sign-in.denied')
  await record(tx, denied, 'pushes.locked')
  await notify(tx, { kind: 'push-denied', employeeId, place, browser })
  await alertOtherAdmins(tx, denied, 'push-denied')
}

async function expirePush(pendingId: string): Promise<void> {
  const expired = await db.$executeRaw`
    update push set status = 'expired', settled_at = now()
    where pending_sign_in_id = ${pendingId} and ${isPushOpen} and expires_at < now()`
  if (expired > 0) await publishPending(db, pendingId)
}
