import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import type { SecondFactorProvider, VendorFailure } from '@/lib/providers/second-factor'
import { isPendingLive } from '@/lib/session/pending-sign-ins'

/** Keeps a vendor user that any employee still has or is proving: one phone may serve two people. */
export async function removeVendorUser(provider: SecondFactorProvider, vendorUserId: string): Promise<void> {
  const holder = await db.employee.findFirst({ where: { vendorUserId }, select: { id: true } })
  if (holder) return
  const proving = await db.$queryRaw<unknown[]>`
    select from pending_sign_in p where p.new_vendor_user_id = ${vendorUserId} and ${isPendingLive}`
  if (proving.length > 0) return

  const removed = await provider.remove(vendorUserId)
  if (removed.ok || isGone.has(removed.failure)) return registerAgain(vendorUserId)
  throw new Error(`The vendor has not removed a person: ${removed.failure}`)
}

/** A person may prove the number during the removal; Authy gives the same id again. */
async function registerAgain(vendorUserId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const holders = await tx.employee.updateManyAndReturn({
      where: { vendorUserId },
      data: { vendorState: 'waiting' },
      select: { id: true },
    })
    for (const { id } of holders) await enqueue(tx, 'register-at-vendor', { employeeId: id })
  })
}

const isGone = new Set<VendorFailure>(['not-registered', 'gone', 'invalid'])
