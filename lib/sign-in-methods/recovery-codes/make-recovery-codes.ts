import { randomInt } from 'node:crypto'
import { mustAddMethod } from '@/lib/access/methods'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { slowHash } from '@/lib/secrets/slow-hash'
import type { FreshActor } from '@/lib/session/fresh-actor'
import { lockFreshActor } from '@/lib/session/lock-fresh-actor'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { codeAlphabet, codeLength, codesPerSet, showRecoveryCode } from './rules'

/** 70 random bits behind a key need less cost than a password that a person chose. */
const cost = Math.min(env.PASSWORD_COST, 10)

/** `method-first`: inside a sign-in, recovery codes would turn a weak proof into a strong one. */
export async function generateRecoveryCodes(
  freshActor: FreshActor,
): Promise<Result<string[], 'busy' | 'method-first' | 'ended'>> {
  if (!freshActor.sessionId && (await lacksMethod(freshActor.employeeId))) return refuse('method-first')
  const codes = Array.from({ length: codesPerSet }, (_, slot) => `${slot}${randomLetters(codeLength - 1)}`)
  const hashes = await Promise.all(codes.map((code) => slowHash(code, cost, freshActor.firmId)))
  const stored = hashes.filter((hash) => hash !== 'busy')
  if (stored.length < codes.length) return refuse('busy')

  const { employeeId, place, browser, name } = freshActor
  return db.$transaction(async (tx) => {
    if (!(await lockFreshActor(tx, freshActor))) return refuse('ended')
    await tx.recoveryCode.deleteMany({ where: { employeeId } })
    await tx.recoveryCode.createMany({
      data: stored.map((codeHash, slot) => ({ employeeId, slot, codeHash })),
    })
    await tx.employee.update({
      where: { id: employeeId },
      data: { wrongCodesInRow: 0, codesLockedUntil: null },
    })
    await record(tx, freshActor, 'recovery-codes.generated', { id: employeeId, name })
    await notify(tx, { kind: 'recovery-codes-made', employeeId, place, browser })
    return ok(codes.map(showRecoveryCode))
  })
}

async function lacksMethod(employeeId: string): Promise<boolean> {
  const now = await findMethods(employeeId)
  return !now || mustAddMethod(now.own, now.role, now.policy)
}

function randomLetters(length: number): string {
  return Array.from({ length }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
}
