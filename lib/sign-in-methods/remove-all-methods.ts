import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockEmployee } from '@/lib/lock-employee'
import { publishPending } from '@/lib/session/pending-events'
import { endAllSessions } from '@/lib/session/sessions'
import { supersedePushes } from './open-pushes'

/** Keeps the number, which the firm's policy needs, and `enrolled_at`, which keeps the second factor required. */
export async function removeAllMethods(tx: Tx, employeeId: string): Promise<void> {
  const person = await lockEmployee(tx, employeeId)
  if (!person) throw new Error(`Employee ${employeeId} is gone`)
  const { now, vendorUserId } = person
  for (const pendingId of await supersedePushes(tx, { employeeId }, now)) await publishPending(tx, pendingId)

  await tx.employee.update({
    where: { id: employeeId },
    data: {
      factorResetAt: now,
      numberProvenAt: null,
      testedAt: null,
      lastMethod: null,
      pushesLockedAt: null,
      vendorUserId: null,
      vendorState: 'none',
      vendorRefusal: null,
      vendorAppUsedAt: null,
      wrongTokensInRow: 0,
      tokensLockedUntil: null,
      wrongCodesInRow: 0,
      codesLockedUntil: null,
    },
  })
  await tx.totpApp.deleteMany({ where: { employeeId } })
  await tx.passkey.deleteMany({ where: { employeeId } })
  await tx.recoveryCode.deleteMany({ where: { employeeId } })
  await tx.trustedBrowser.deleteMany({ where: { employeeId } })
  await endAllSessions(tx, employeeId)
  if (vendorUserId) await enqueue(tx, 'remove-at-vendor', { vendorUserId })
}
