import { record } from '@/lib/audit/record'
import { fromNow } from '@/lib/clock'
import { db, type Tx } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { notify } from '@/lib/notifications/notify'
import { giveBack, type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { isPendingLive, type PendingSignIn } from '@/lib/session/pending-sign-ins'
import {
  freeWrongTokens,
  lockSeconds,
  tryRefusal,
  wrongTokensUntilDisabled,
} from '@/lib/sign-in-methods/lockout-rules'
import { countOnTexts, findTexts, lockNumber } from './live-texts'
import { isOnlyElsewhere, type Texts, triesPerCode } from './rules'
import type { TokenTarget } from './token-target'

export type Counted = { triesLeft: number; wrongInRow: number }
export type CountedToken = Counted & { texts: Texts }
type CountAnswer = Result<CountedToken, 'ended' | 'disabled' | 'locked' | 'no-tries-left' | 'text-elsewhere'>

/** Caps tries over all texts and sign-ins, since each new one gives five more. */
const enrollmentTries: Limit = { name: 'enrollment-tokens', points: 20, seconds: 24 * 60 * 60 }

export async function countEnrollmentTry(target: TokenTarget): Promise<CountAnswer> {
  if (!(await takeOne(enrollmentTries, target.employeeId))) return refuse('no-tries-left')
  return db.$transaction(async (tx) => {
    const [own] = await tx.$queryRaw<Array<{ triesLeft: number }>>`
      update pending_sign_in p set tries_left = greatest(tries_left - 1, -1)
      where p.id = ${target.pendingId} and ${isPendingLive}
      returning tries_left as "triesLeft"`
    if (!own) return refuse('ended')
    if (own.triesLeft < 0) return refuse('no-tries-left')
    return ok({ ...own, wrongInRow: 0, texts: await takeTextTry(tx, target) })
  })
}

/**
 * Locks the person's row, so guesses in many browsers at once are counted one by one. Refuses uncounted what nothing would be
 * compared with: many of those at once must not lock the person, even for a moment.
 */
export async function countTry(target: TokenTarget, comparesApp = false): Promise<CountAnswer> {
  const { pendingId, employeeId } = target
  return db.$transaction(async (tx) => {
    const person = await lockEmployee(tx, employeeId)
    const [own] = await tx.$queryRaw<Array<{ triesLeft: number }>>`
      select tries_left as "triesLeft" from pending_sign_in p where p.id = ${pendingId} and ${isPendingLive}`
    if (!person?.active || !own) return refuse('ended')

    const isLocked = person.tokensLockedUntil !== null && person.tokensLockedUntil > person.now
    const refusal = tryRefusal({ wrongInRow: person.wrongTokensInRow, isLocked, ...own })
    if (refusal === 'locked') return refuse('locked', endOf(person.tokensLockedUntil, person.now))
    if (refusal) return refuse(refusal)

    await lockNumber(tx, target.mobileNumber)
    const texts = await findTexts(tx, target)
    if (!comparesApp && isOnlyElsewhere(texts, target.vendorUserId !== null)) return refuse('text-elsewhere')
    await countOnTexts(tx, target, texts, -1)

    const wrongInRow = person.wrongTokensInRow + 1
    await tx.$executeRaw`update pending_sign_in set tries_left = tries_left - 1 where id = ${pendingId}`
    await tx.$executeRaw`
      update employee set wrong_tokens_in_row = ${wrongInRow},
        tokens_locked_until = now() + make_interval(secs => ${lockSeconds(wrongInRow)})
      where id = ${employeeId}::uuid`
    return ok({ triesLeft: own.triesLeft - 1, wrongInRow, texts })
  })
}

/** Five tries per text, also through several sign-ins or people with one phone. */
async function takeTextTry(tx: Tx, target: TokenTarget): Promise<Texts> {
  await lockNumber(tx, target.mobileNumber)
  const texts = await findTexts(tx, target)
  await countOnTexts(tx, target, texts, -1)
  return texts
}

/** Nothing was compared, so no guess was made: a vendor's outage must not lock anybody out. */
export async function giveBackTry(target: TokenTarget, texts: Texts): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockEmployee(tx, target.employeeId)
    await tx.$executeRaw`
      update employee set wrong_tokens_in_row = greatest(wrong_tokens_in_row - 1, 0), tokens_locked_until = null
      where id = ${target.employeeId}::uuid`
    await giveBackOwnTries(tx, target, texts)
  })
}

export async function giveBackEnrollmentTry(target: TokenTarget, texts: Texts): Promise<void> {
  await giveBack(enrollmentTries, target.employeeId)
  await db.$transaction((tx) => giveBackOwnTries(tx, target, texts))
}

async function giveBackOwnTries(tx: Tx, target: TokenTarget, texts: Texts): Promise<void> {
  await tx.$executeRaw`
    update pending_sign_in set tries_left = least(tries_left + 1, ${triesPerCode}) where id = ${target.pendingId}`
  await countOnTexts(tx, target, texts, 1)
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
    if (refusal === 'locked') return refuse('codes-locked', endOf(person.codesLockedUntil, person.now))
    if (refusal) return refuse('codes-locked')

    const wrongInRow = person.wrongCodesInRow + 1
    await tx.$executeRaw`
      update employee set wrong_codes_in_row = ${wrongInRow},
        codes_locked_until = now() + make_interval(secs => ${lockSeconds(wrongInRow)})
      where id = ${pending.employeeId}::uuid`
    return ok({ triesLeft: 1, wrongInRow })
  })
}

function endOf(lockedUntil: Date | null, now: Date): Date | undefined {
  return lockedUntil ? fromNow((lockedUntil.getTime() - now.getTime()) / 1000) : undefined
}

export async function recordRefusedToken(
  target: TokenTarget,
  reason: string,
  { triesLeft, wrongInRow }: Counted,
): Promise<void> {
  const { employeeId, place, browser } = target
  const facts = { employeeId, place, browser }
  const isWrong = reason === 'wrong' || reason === 'wrong-clock'
  await db.$transaction(async (tx) => {
    if (isWrong) await record(tx, target, 'sign-in.wrong-token', undefined, { triesLeft, wrongInRow })
    if (isWrong && triesLeft === 0) await notify(tx, { kind: 'second-step-failed', ...facts })
    if (wrongInRow === freeWrongTokens) {
      await record(tx, target, 'sign-in.tokens-locked')
      await notify(tx, { kind: 'tokens-locked', ...facts })
    }
    if (wrongInRow === wrongTokensUntilDisabled) {
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
