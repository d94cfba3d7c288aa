import type { PasskeyProof } from '@/lib/access/proof'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { giveBack, type Limit, takeOrWait } from '@/lib/rate-limit'
import { type Result, refuse } from '@/lib/result'
import { isPendingLive, type PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { PasskeyAnswer } from './schema'
import { type AnswerRefusal, findPasskey, verifyAssertion } from './verify-assertion'

export type CheckPasskeyRefusal = AnswerRefusal | 'ended' | 'no-tries-left' | 'too-many-tries'

// Attackers cannot guess a signature: these limits stop floods of the audit log and the processor.
const perPersonAndNetwork: Limit = { name: 'passkey-person', points: 20, seconds: 15 * 60 }
const perNetwork: Limit = { name: 'passkey-network', points: 100, seconds: 15 * 60 }

/** A wrong answer takes one of the pending sign-in's tries; `finishSignIn` consumes a right one. */
export async function checkPasskey(
  pending: PendingSignIn,
  answer: PasskeyAnswer,
): Promise<Result<PasskeyProof, CheckPasskeyRefusal>> {
  const { pendingId, employeeId, network } = pending
  if (pending.isReset) return refuse('unknown')
  if (pending.triesLeft <= 0) return refuse('no-tries-left')
  const opensAt = await takeTries(employeeId, network)
  if (opensAt) return refuse('too-many-tries', opensAt)

  const asked = { purpose: 'second_step', askedBy: pendingId, employeeId } as const
  const verified = await verifyAssertion(await findPasskey(answer, employeeId), answer, asked, pending)
  if (!verified.ok) return (await recordRefused(pending, verified.reason)) ? verified : refuse('ended')
  await giveTriesBack(employeeId, network)
  return verified
}

export async function takeTries(employeeId: string, network: string): Promise<Date | null> {
  const taken = await Promise.all([
    takeOrWait(perPersonAndNetwork, `${employeeId}|${network}`),
    takeOrWait(perNetwork, network),
  ])
  const ends = taken.filter((end) => end !== null).map((end) => end.getTime())
  return ends.length > 0 ? new Date(Math.max(...ends)) : null
}

export async function giveTriesBack(employeeId: string, network: string): Promise<void> {
  await Promise.all([
    giveBack(perPersonAndNetwork, `${employeeId}|${network}`),
    giveBack(perNetwork, network),
  ])
}

async function recordRefused(pending: PendingSignIn, reason: AnswerRefusal): Promise<boolean> {
  const { pendingId, employeeId, place, browser } = pending
  return db.$transaction(async (tx) => {
    const [own] = await tx.$queryRaw<Array<{ triesLeft: number }>>`
      update pending_sign_in p set tries_left = tries_left - 1
      where p.id = ${pendingId} and ${isPendingLive} and p.tries_left > 0
      returning tries_left as "triesLeft"`
    if (!own) return false
    await record(tx, pending, 'sign-in.passkey-refused', undefined, {
      refusal: reason,
      triesLeft: own.triesLeft,
    })
    if (own.triesLeft > 0) return true
    await notify(tx, { kind: 'second-step-failed', employeeId, place, browser })
    return true
  })
}
