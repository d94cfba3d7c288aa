import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import type { SecondFactorProvider, VendorFailure } from '@/lib/providers/second-factor'

/**
 * The job behind a number that somebody has given up: the vendor forgets it, unless an employee of any firm still has
 * it or is proving it just now, since one phone may serve two people. Harmless to repeat.
 */
export async function removeVendorUser(provider: SecondFactorProvider, vendorUserId: string): Promise<void> {
  const holder = await db.employee.findFirst({ where: { vendorUserId }, select: { id: true } })
  if (holder) return
  const proving = await db.$queryRaw<unknown[]>`
    select from pending_sign_in where new_vendor_user_id = ${vendorUserId} and expires_at > now() and consumed_at is null`
  if (proving.length > 0) return

  const removed = await provider.remove(vendorUserId)
  if (removed.ok || isGone.has(removed.failure)) return registerAgain(vendorUserId)
  throw new Error(`The vendor has not removed a person: ${removed.failure}`)
}

/** Somebody may have proven the number in the moment of the removal: then it is registered anew, which gives the same id. */
async function registerAgain(vendorUserId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const holders = await tx.$queryRaw<Array<{ id: string }>>`
      update employee set vendor_state = 'waiting' where vendor_user_id = ${vendorUserId} returning id`
    for (const { id } of holders) await enqueue(tx, 'register-at-vendor', { employeeId: id })
  })
}

const isGone = new Set<VendorFailure>(['not-registered', 'gone', 'invalid'])
