import { createHmac } from 'node:crypto'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { enqueue } from '@/lib/jobs/enqueue'
import type { VendorFailure } from '@/lib/providers/second-factor'
import { giveBack, type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { Proof } from './proof'
import { provider } from './provider'
import { freeWrongTokens, lockSeconds, tokenDigits, tryRefusal } from './token-rules'

export type CheckRefusal =
  | 'not-a-token'
  | 'not-enrolled'
  | 'ended'
  | 'disabled'
  | 'locked'
  | 'no-tries-left'
  | 'wrong'
  | 'used'
  | 'vendor-busy'
  | 'provider-down'

/**
 * One phone may serve several people, each with an own count of wrong tokens: a firm must not guess at it through many
 * accounts. Counted for each firm by itself, so that none can lock another firm's people out.
 */
const perPhoneAndFirm: Limit = { name: 'tokens-phone-firm', points: 30, seconds: 60 * 60 }

/**
 * Checks what was typed into *Token or Security Key*: a texted token and one from the app look alike. The try is
 * counted before the vendor is asked, so 200 guesses at once see no more answers than the budget (OT-2). A yes is not
 * yet a sign-in: the digest it returns is used up once, in `finishSignIn`.
 */
export async function checkToken(
  pending: PendingSignIn,
  typed: string,
  count: TryCount = countTry,
): Promise<Result<Extract<Proof, { kind: 'token' }>, CheckRefusal>> {
  const token = tokenDigits(typed)
  if (!token) return refuse('not-a-token')
  if (!pending.vendorUserId) return refuse('not-enrolled')

  const counted = await count(pending)
  if (!counted.ok) return counted
  const phone = `${pending.firmId}|${pending.vendorUserId}`
  if (!(await takeOne(perPhoneAndFirm, phone))) return refuse('locked')

  const answer = await provider.checkToken(pending.vendorUserId, token)
  if (answer.ok) {
    await giveBack(perPhoneAndFirm, phone)
    return ok({ kind: 'token', digest: digestOf(pending.employeeId, token) })
  }
  if (answer.failure === 'invalid') await recordWrongToken(pending, counted.value)
  return refuse(refusals[answer.failure])
}

const refusals: Record<VendorFailure, CheckRefusal> = {
  invalid: 'wrong',
  reused: 'used',
  throttled: 'vendor-busy',
  'not-registered': 'not-enrolled',
  gone: 'provider-down',
  'provider-down': 'provider-down',
  unclear: 'provider-down',
}

/** For a phone that is being set up: what was typed wrongly for the old one is not its fault. Counts this sign-in's tries alone. */
export async function countSetUpTry(pending: PendingSignIn): ReturnType<TryCount> {
  const [own] = await db.$queryRaw<Array<{ triesLeft: number }>>`
    update pending_sign_in set tries_left = greatest(tries_left - 1, -1)
    where id = ${pending.pendingId} and consumed_at is null and expires_at > now()
    returning tries_left as "triesLeft"`
  if (!own) return refuse('ended')
  return own.triesLeft < 0 ? refuse('no-tries-left') : ok({ ...own, wrongInRow: 0 })
}

type TryCount = (
  pending: PendingSignIn,
) => Promise<Result<Counted, 'ended' | 'disabled' | 'locked' | 'no-tries-left'>>

type Counted = { triesLeft: number; wrongInRow: number }

/** One try less, under the lock of the person's row: guesses in any number of browsers stand in one line. */
async function countTry(
  pending: PendingSignIn,
): Promise<Result<Counted, 'ended' | 'disabled' | 'locked' | 'no-tries-left'>> {
  return db.$transaction(async (tx) => {
    const [person] = await tx.$queryRaw<Array<{ wrongInRow: number; isLocked: boolean }>>`
      select wrong_tokens_in_row as "wrongInRow", coalesce(tokens_locked_until > now(), false) as "isLocked"
      from employee where id = ${pending.employeeId}::uuid and active for no key update`
    const [own] = await tx.$queryRaw<Array<{ triesLeft: number }>>`
      select tries_left as "triesLeft" from pending_sign_in
      where id = ${pending.pendingId} and consumed_at is null and expires_at > now()`
    if (!person || !own) return refuse('ended')

    const refusal = tryRefusal({ ...person, ...own })
    if (refusal) return refuse(refusal)

    const wrongInRow = person.wrongInRow + 1
    await tx.$executeRaw`update pending_sign_in set tries_left = tries_left - 1 where id = ${pending.pendingId}`
    await tx.$executeRaw`
      update employee set wrong_tokens_in_row = ${wrongInRow},
        tokens_locked_until = now() + make_interval(secs => ${lockSeconds(wrongInRow)})
      where id = ${pending.employeeId}::uuid`
    return ok({ triesLeft: own.triesLeft - 1, wrongInRow })
  })
}

async function recordWrongToken(pending: PendingSignIn, counted: Counted): Promise<void> {
  const { employeeId, place, browser } = pending
  const facts = { employeeId, place, browser, at: new Date().toISOString() }
  await db.$transaction(async (tx) => {
    await record(tx, pending, 'sign-in.wrong-token', undefined, { ...counted })
    if (counted.triesLeft === 0) await enqueue(tx, 'notice', { kind: 'second-step-failed', ...facts })
    if (counted.wrongInRow === freeWrongTokens) {
      await record(tx, pending, 'sign-in.tokens-locked')
      await enqueue(tx, 'notice', { kind: 'tokens-locked', ...facts })
    }
  })
}

/** Keyed, so that the table of spent tokens tells nothing about tokens (CL-7). */
function digestOf(employeeId: string, token: string): string {
  return createHmac('sha256', env.PROOF_KEY).update(`${employeeId}:${token}`).digest('hex')
}
