import type { Proof } from '@/lib/access/proof'
import type { Tx } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { consumePasskey } from '@/lib/sign-in-methods/passkeys/consume-passkey'
import { consumeRecoveryCode } from '@/lib/sign-in-methods/recovery-codes/consume-recovery-code'
import { consumeToken } from '@/lib/sign-in-methods/tokens/consume-token'
import { consumeStep } from '@/lib/sign-in-methods/totp/consume-step'
import { consumeTrustedBrowser } from '@/lib/sign-in-methods/trusted-browsers/consume-trusted-browser'

export type ConsumeRefusal =
  | 'second-step-required'
  | 'not-approved' // no approved push of this very sign-in, or it was used
  | 'token-used'
  | 'code-used'
  | 'passkey-refused' // its challenge was used or not this browser's, or it is a copy

/**
 * Uses up the proof. Answers when the second step was proven: `'now'`, or earlier by a remembered browser, or null without
 * one.
 */
export async function consumeProof(
  tx: Tx,
  pendingId: string,
  employeeId: string,
  proof: Proof,
): Promise<Result<Date | 'now' | null, ConsumeRefusal>> {
  const now = (isConsumed: boolean, reason: ConsumeRefusal) =>
    isConsumed ? ok('now' as const) : refuse(reason)
  switch (proof.kind) {
    case 'password':
      return (await needsSecondFactor(tx, pendingId)) ? refuse('second-step-required') : ok(null)
    case 'remembered': {
      const provenAt = await consumeTrustedBrowser(tx, pendingId, proof.browserHash)
      return provenAt ? ok(provenAt) : refuse('second-step-required')
    }
    case 'token':
      return now(await consumeToken(tx, proof.digest), 'token-used')
    case 'app':
      return now(await consumeStep(tx, employeeId, proof), 'token-used')
    case 'recovery-code': {
      const isConsumed = await consumeRecoveryCode(tx, employeeId, proof)
      if (isConsumed) await notifyCodeUsed(tx, pendingId, employeeId)
      return now(isConsumed, 'code-used')
    }
    case 'push':
      return now(await consumePush(tx, pendingId, proof.typedCodeHash), 'not-approved')
    case 'passkey':
      return now(await consumePasskey(tx, employeeId, proof), 'passkey-refused')
  }
}

/** A step-up always needs one. */
async function needsSecondFactor(tx: Tx, pendingId: string): Promise<boolean> {
  const pending = await tx.pendingSignIn.findUnique({
    where: { id: pendingId },
    select: { purpose: true, employee: { select: { mustUseSecondFactor: true } } },
  })
  return pending?.purpose !== 'sign_in' || pending.employee.mustUseSecondFactor
}

/**
 * An approval counts only for the vendor's user that the person still is, and, where a typed code was asked, only together
 * with it.
 */
async function consumePush(tx: Tx, pendingId: string, typedCodeHash: string | null): Promise<boolean> {
  const used = await tx.$executeRaw`
    update push set consumed_at = now()
    from employee e
    where push.pending_sign_in_id = ${pendingId} and push.status = 'approved' and push.consumed_at is null
      and e.id = push.employee_id and e.vendor_user_id = push.vendor_user_id
      and (push.typed_code_hash is null or push.typed_code_hash = ${typedCodeHash})`
  return used > 0
}

/** Told whether or not it completes a sign-in: it is gone from the list, and fewer are left. */
async function notifyCodeUsed(tx: Tx, pendingId: string, employeeId: string): Promise<void> {
  const [facts] = await tx.$queryRaw<Array<{ place: string; browser: string; left: number }>>`
    select place, browser, (select count(*)::int from recovery_code c
      where c.employee_id = ${employeeId}::uuid and c.used_at is null) as left
    from pending_sign_in where id = ${pendingId}`
  if (!facts) return
  await notify(tx, { kind: 'recovery-code-used', employeeId, ...facts })
}
