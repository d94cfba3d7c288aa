import type { AppProof, PasskeyProof, Proof, RecoveryCodeProof } from '@/lib/access/proof'
import type { Tx } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { consumeToken } from '@/lib/sign-in-methods/tokens/consume-token'

export type ConsumeRefusal =
  | 'second-step-required'
  | 'not-approved' // no approved push of this very sign-in, or it was used
  | 'token-used'
  | 'code-used'
  | 'passkey-refused' // its challenge was used or not this browser's, or it is a copy

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
    case 'trusted-browser': {
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

async function needsSecondFactor(tx: Tx, pendingId: string): Promise<boolean> {
  const pending = await tx.pendingSignIn.findUnique({
    where: { id: pendingId },
    select: { purpose: true, employee: { select: { mustUseSecondFactor: true } } },
  })
  return pending?.purpose !== 'sign_in' || pending.employee.mustUseSecondFactor
}

/** Stops a copied cookie: it works only for a tech on a known network, and never as a fresh proof. */
async function consumeTrustedBrowser(tx: Tx, pendingId: string, browserHash: string): Promise<Date | null> {
  const [browser] = await tx.$queryRaw<Array<{ provenAt: Date }>>`
    update trusted_browser b set last_used_at = now()
    from pending_sign_in p join employee e on e.id = p.employee_id join firm f on f.id = e.firm_id
      join credential c on c.employee_id = e.id
    where p.id = ${pendingId} and p.purpose = 'sign_in' and b.id = ${browserHash} and b.employee_id = e.id
      and e.active and e.role = 'tech' and e.factor_reset_at is null
      and b.expires_at > now() and b.proven_at > now() - make_interval(days => f.trust_days)
      and b.proven_at > greatest(c.changed_at, e.number_changed_at, e.role_changed_at)
      and exists (select from known_network n where n.employee_id = e.id and n.network = p.network)
    returning least(b.proven_at, now() - interval '10 minutes') as "provenAt"`
  return browser?.provenAt ?? null
}

async function consumeStep(tx: Tx, employeeId: string, { appId, step }: AppProof): Promise<boolean> {
  const consumed = await tx.$executeRaw`
    update totp_app set last_step = ${step}, last_used_at = now()
    where id = ${appId}::uuid and employee_id = ${employeeId}::uuid and confirmed_at is not null
      and last_step < ${step}`
  return consumed === 1
}

/** False also where a new set replaced the code since it was compared. */
async function consumeRecoveryCode(
  tx: Tx,
  employeeId: string,
  { slot, codeHash }: RecoveryCodeProof,
): Promise<boolean> {
  const consumed = await tx.$executeRaw`
    update recovery_code set used_at = now()
    where employee_id = ${employeeId}::uuid and slot = ${slot} and code_hash = ${codeHash} and used_at is null`
  return consumed === 1
}

/** Notifies whether or not the sign-in completes: the code is consumed either way. */
async function notifyCodeUsed(tx: Tx, pendingId: string, employeeId: string): Promise<void> {
  const [facts] = await tx.$queryRaw<Array<{ place: string; browser: string; left: number }>>`
    select place, browser, (select count(*)::int from recovery_code c
      where c.employee_id = ${employeeId}::uuid and c.used_at is null) as left
    from pending_sign_in where id = ${pendingId}`
  if (!facts) return
  await notify(tx, { kind: 'recovery-code-used', employeeId, ...facts })
}

async function consumePush(tx: Tx, pendingId: string, typedCodeHash: string | null): Promise<boolean> {
  const used = await tx.$executeRaw`
    update push set consumed_at = now()
    from employee e
    where push.pending_sign_in_id = ${pendingId} and push.status = 'approved' and push.consumed_at is null
      and e.id = push.employee_id and e.vendor_user_id = push.vendor_user_id
      and (push.typed_code_hash is null or push.typed_code_hash = ${typedCodeHash})`
  return used > 0
}

async function consumePasskey(tx: Tx, employeeId: string, proof: PasskeyProof): Promise<boolean> {
  const asked = await tx.$executeRaw`
    delete from passkey_challenge
    where challenge = ${proof.challenge} and asked_by = ${proof.askedBy} and expires_at > now() and purpose <> 'add'
      and (employee_id is null or employee_id = ${employeeId}::uuid)`
  if (asked === 0) return false
  const consumed = await tx.$executeRaw`
    update passkey set counter = ${proof.counter}, is_backed_up = ${proof.isBackedUp}, last_used_at = now()
    where id = ${proof.passkeyId}::uuid and employee_id = ${employeeId}::uuid and cloned_at is null
      and (counter < ${proof.counter} or (counter = 0 and ${proof.counter} = 0))`
  return consumed === 1
}
