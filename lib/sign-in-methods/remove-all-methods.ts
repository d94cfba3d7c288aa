import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { publishPending } from '@/lib/session/pending-events'
import { endAllSessions } from '@/lib/session/sessions'

/**
 * Takes the second step away, whatever it was made of, and everything that hung on it: apps, passkeys, recovery codes,
 * remembered browsers, open requests, sessions, begun sign-ins, the vendor's record.
 * The number stays on file, since the firm's rule asks for one, but proves nothing. Whoever was asked for a second step of their
 * own is still asked (`enrolled_at`). What follows is a set-up.
 */
export async function removeAllMethods(tx: Tx, employeeId: string): Promise<void> {
  const [before] = await tx.$queryRaw<Array<{ vendorUserId: string | null }>>`
    select vendor_user_id as "vendorUserId" from employee where id = ${employeeId}::uuid for no key update`
  const superseded = await tx.$queryRaw<Array<{ pendingId: string }>>`
    update push set status = 'superseded', settled_at = now()
    where employee_id = ${employeeId}::uuid and status in ('sending', 'pending')
    returning pending_sign_in_id as "pendingId"`
  for (const { pendingId } of superseded) await publishPending(tx, pendingId)

  await tx.$executeRaw`
    update employee set vendor_user_id = null, vendor_state = 'none', vendor_refusal = null, number_proven_at = null,
      factor_reset_at = now(), wrong_tokens_in_row = 0, tokens_locked_until = null, wrong_codes_in_row = 0,
      codes_locked_until = null, tested_at = null, last_method = null, vendor_app_used_at = null
    where id = ${employeeId}::uuid`
  await tx.totpApp.deleteMany({ where: { employeeId } })
  await tx.passkey.deleteMany({ where: { employeeId } })
  await tx.recoveryCode.deleteMany({ where: { employeeId } })
  await tx.trustedBrowser.deleteMany({ where: { employeeId } })
  await endAllSessions(tx, employeeId)
  if (before?.vendorUserId) await enqueue(tx, 'remove-at-vendor', { vendorUserId: before.vendorUserId })
}
