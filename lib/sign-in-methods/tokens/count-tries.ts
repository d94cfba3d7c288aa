import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { notify } from '@/lib/notifications/notify'
import { type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { isPendingLive, type PendingSignIn } from '@/lib/session/pending-sign-ins'
import {
  freeWrongTokens,
  lockSeconds,
  tryRefusal,
  wrongTokensUntilDisabled,
} from '@/lib/sign-in-methods/lockout-rules'
import type { TokenTarget } from './token-target'

export type Counted = { triesLeft: number; wrongInRow: number }
type CountAnswer = Result<Counted, 'ended' | 'disabled' | 'locked' | 'no-tries-left'>

/** Caps tries over all texts and sign-ins, since each new one gives five more. */
const enrollmentTries: Limit = { name: 'enrollment-tokens', points: 20, seconds: 24 * 60 * 60 }

export async function countEnrollmentTry(target: TokenTarget): Promise<CountAnswer> {
  if (!(await takeOne(enrollmentTries, target.employeeId))) return refuse('no-tries-left')
  const [own] = await db.$queryRaw<Array<{ triesLeft: number }>>`
    update pending_sign_in p set tries_left = greatest(tries_left - 1, -1)
    where p.id = ${target.pendingId} and ${isPendingLive}
    returning tries_left as "triesLeft"`
  if (!own) return refuse('ended')
  return own.triesLeft < 0 ? refuse('no-tries-left') : ok({ ...own, wrongInRow: 0 })
}

/** Locks the person's row, so guesses in many browsers at once are counted one by one. */
export async function countTry(pending: PendingSignIn): Promise<CountAnswer> {
  return db.$transaction(async (tx) => {
    const person = await lockEmployee(tx, pending.employeeId)
    const [own] = await tx.$queryRaw<Array<{ triesLeft: number }>>`
      select tries_left as "triesLeft" from pending_sign_in p where p.id = ${pending.pendingId} and ${isPendingLive}`
    if (!person?.active || !own) return refuse('ended')

    const isLocked = person.tokensLockedUntil !== null && person.tokensLockedUntil > person.now
    const refusal = tryRefusal({ wrongInRow: person.wrongTokensInRow, isLocked, ...own })
    if (refusal) return refuse(refusal)

    const wrongInRow = person.wrongTokensInRow + 1
    await tx.$executeRaw`update pending_sign_in set tries_left = tries_left - 1 where id = ${pending.pendingId}`
    await tx.$executeRaw`
      update employee set wrong_tokens_in_row = ${wrongInRow},
        tokens_locked_until = now() + make_interval(secs => ${lockSeconds(wrongInRow)})
      where id = ${pending.employeeId}::uuid`
    return ok({ triesLeft: own.triesLeft - 1, wrongInRow })
  })
}

export async function countCodeTry(
  pending: PendingSignIn,
): Promise<Result<Counted, 'ended' | 'codes-locked'>> {
  return db.$transaction(async (tx) => {
    const person = await lockEmployee(tx, pending.employeeId)
    const alive = await tx.$queryRaw<unknown[]>`
      select from pending_sign_in p where p.id = ${pending.pendingId} and ${isPendingLive}`
    if (!person?.active || alive.length === 0) return refuse('ended')
    const isLocked = person.codesLockedUntil !== null && person.codesLockedUntil > person.now
    const refusal = tryRefusal({ wrongInRow: person.wrongCodesInRow, isLocked, triesLeft: 1 })
    if (refusal) return refuse('codes-locked')

    const wrongInRow = person.wrongCodesInRow + 1
    await tx.$executeRaw`
      update employee set wrong_codes_in_row = ${wrongInRow},
        codes_locked_until = now() + make_interval(secs => ${lockSeconds(wrongInRow)})
      where id = ${pending.employeeId}::uuid`
    return ok({ triesLeft: 1, wrongInRow })
  })
}

export async function recordRefusedToken(
  target: TokenTarget,
  reason: string,
  counted: Counted,
): Promise<void> {
  const { employeeId, place, browser } = target
  const facts = { employeeId, place, browser }
  await db.$transaction(async (tx) => {
    if (reason === 'wrong') await record(tx, target, 'sign-in.wrong-token', undefined, { ...counted })
    if (reason === 'wrong' && counted.triesLeft === 0)
      await notify(tx, { kind: 'second-step-failed', ...facts })
    if (counted.wrongInRow === freeWrongTokens) {
      await record(tx, target, 'sign-in.tokens-locked')
      await notify(tx, { kind: 'tokens-locked', ...facts })
    }
    if (counted.wrongInRow === wrongTokensUntilDisabled) {
      await record(tx, target, 'sign-in.tokens-disabled')
      await notify(tx, { kind: 'tokens-disabled', ...facts })
    }
  })
}

/** Nothing was compared: a flood by attackers must not use up a person's tries. */
export async function giveBackCodeTry({ employeeId }: PendingSignIn): Promise<void> {
  await db.$executeRaw`
    update employee set wrong_codes_in_row = greatest(wrong_codes_in_row - 1, 0), codes_locked_until = null
    where id = ${employeeId}::uuid`
}

export async function recordWrongCode(pending: PendingSignIn, { wrongInRow }: Counted): Promise<void> {
  const { employeeId, place, browser } = pending
  await db.$transaction(async (tx) => {
    await record(tx, pending, 'sign-in.wrong-code', undefined, { wrongInRow })
    if (wrongInRow !== freeWrongTokens && wrongInRow !== wrongTokensUntilDisabled) return
    await record(tx, pending, 'sign-in.codes-locked')
    await notify(tx, { kind: 'codes-locked', employeeId, place, browser })
  })
}
