import type { PasskeyProof } from '@/lib/access/proof'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { pendingMinutes } from '@/lib/session/pending-sign-ins'
import type { SignInContext } from '@/lib/session/visitor'
import { networkOf } from '@/lib/session/visitor'
import { giveTriesBack, takeTries } from '@/lib/sign-in-methods/passkeys/check-passkey'
import type { PasskeyAnswer } from '@/lib/sign-in-methods/passkeys/schema'
import { findPasskey, type Stored, verifyAssertion } from '@/lib/sign-in-methods/passkeys/verify-assertion'

type StartedWithPasskey = { pendingId: string; proof: PasskeyProof }

export type PasskeyAloneRefusal = 'unasked' | 'refused'

/** Unknown, deleted and copied passkeys and disabled people get one answer, so it reveals no account. */
export async function startWithPasskey(
  answer: PasskeyAnswer,
  visitor: SignInContext,
  next?: string,
): Promise<Result<StartedWithPasskey, PasskeyAloneRefusal>> {
  const stored = await findPasskey(answer, null)
  const network = networkOf(visitor.address)
  const whose = stored?.employeeId ?? 'nobody'
  if (await takeTries(whose, network)) return refuse('refused')

  const isNamed = answer.response.userHandle !== undefined
  const asked = { purpose: 'sign_in', askedBy: visitor.browserId, employeeId: null } as const
  const verified = await verifyAssertion(isNamed ? stored : null, answer, asked, visitor)
  if (!verified.ok || !stored) return refuseAnswer(stored, verified.ok ? 'unknown' : verified.reason, visitor)
  await giveTriesBack(whose, network)

  const pendingId = await openPending(stored, visitor, next)
  return pendingId ? ok({ pendingId, proof: verified.value }) : refuseAnswer(stored, 'not-allowed', visitor)
}

async function openPending(stored: Stored, visitor: SignInContext, next?: string): Promise<string | null> {
  const { employeeId, firmId, personName: name } = stored
  const { place, browser, requestId } = visitor
  const pendingId = storedId(newSecretId())
  return db.$transaction(async (tx) => {
    // A user-verified passkey counts as two factors, so as the password too; a blocked password blocks it.
    const opened = await tx.$executeRaw`
      insert into pending_sign_in
        (id, employee_id, purpose, replaces_session_id, return_to, password_at, expires_at, browser, place, browser_id, network)
      select ${pendingId}, e.id, 'sign_in', ${visitor.sessionId ?? null}, ${next ?? null}, now(),
        now() + make_interval(mins => ${pendingMinutes}), ${browser}, ${place}, ${visitor.browserId},
        ${networkOf(visitor.address)}
      from employee e join firm f on f.id = e.firm_id join credential c on c.employee_id = e.id
      where e.id = ${employeeId}::uuid and e.active and e.factor_reset_at is null and f.allows_passkey_alone
        and c.blocked_at is null for share of c`
    if (opened === 0) return null
    await record(tx, { firmId, employeeId, name, place, browser, requestId }, 'sign-in.started', undefined, {
      passkey: stored.name,
    })
    return pendingId
  })
}

async function refuseAnswer(
  stored: Stored | null,
  reason: string,
  { place, browser, requestId }: SignInContext,
): Promise<{ ok: false; reason: PasskeyAloneRefusal }> {
  if (reason === 'unasked') return refuse('unasked')
  if (stored) {
    const who = { firmId: stored.firmId, employeeId: stored.employeeId, name: stored.personName }
    await record(db, { ...who, place, browser, requestId }, 'sign-in.passkey-refused', undefined, {
      refusal: reason,
    })
  }
  return refuse('refused')
}
