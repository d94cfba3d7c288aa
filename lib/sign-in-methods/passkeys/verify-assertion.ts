import type { PasskeyProof } from '@/lib/access/proof'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { type AskedOf, dropChallenge } from './challenges'
import { looksCopied } from './rules'
import type { PasskeyAnswer } from './schema'
import { challengeOf, readAnswer } from './webauthn'

export type AnswerRefusal =
  | 'unasked' // the challenge was answered, is too old, or was asked of another browser
  | 'unknown' // deleted, or another person's
  | 'wrong'
  | 'copied'

export type Stored = {
  passkeyId: string
  employeeId: string
  firmId: string
  personName: string
  name: string
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: bigint
  isSynced: boolean
  isCopied: boolean
}

type Seen = { place: string; browser: string; requestId?: string }

export async function findPasskey(answer: PasskeyAnswer, employeeId: string | null): Promise<Stored | null> {
  const found = await db.passkey.findUnique({
    where: { credentialId: answer.id, employeeId: employeeId ?? undefined },
    include: { employee: { select: { firmId: true, name: true } } },
  })
  if (!found) return null
  const { id: passkeyId, clonedAt, employee, ...passkey } = found
  return {
    ...passkey,
    passkeyId,
    firmId: employee.firmId,
    personName: employee.name,
    isCopied: clonedAt !== null,
  }
}

/** Consumes the challenge of a wrong answer; `finishSignIn` consumes that of a right one. */
export async function verifyAssertion(
  stored: Stored | null,
  answer: PasskeyAnswer,
  asked: AskedOf,
  seen: Seen,
): Promise<Result<PasskeyProof, AnswerRefusal>> {
  const challenge = challengeOf(answer)
  if (!challenge || !(await isAsked(challenge, asked))) return refuse('unasked')

  const isAlone = asked.purpose === 'sign_in'
  const used = stored && !stored.isCopied ? await readAnswer(answer, challenge, stored, isAlone) : null
  if (stored && used && looksCopied(Number(stored.counter), used.counter)) {
    return refuse(
      (await switchOff(stored, { counter: used.counter, challenge }, asked, seen)) ? 'copied' : 'unasked',
    )
  }
  // A passkey never changes between device-bound and synced: one that does is another.
  if (!stored || !used || used.isSynced !== stored.isSynced) {
    await dropChallenge(db, challenge, asked)
    if (!stored) return refuse('unknown')
    return refuse(stored.isCopied ? 'copied' : 'wrong')
  }
  const { counter, isBackedUp, isUserVerified } = used
  const { passkeyId } = stored
  return ok({
    kind: 'passkey',
    passkeyId,
    challenge,
    askedBy: asked.askedBy,
    counter,
    isBackedUp,
    isUserVerified,
  })
}

async function isAsked(challenge: string, { purpose, askedBy, employeeId }: AskedOf): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    select from passkey_challenge
    where challenge = ${challenge} and purpose = ${purpose}::passkey_purpose and asked_by = ${askedBy}
      and employee_id is not distinct from ${employeeId}::uuid and expires_at > now()`
  return found.length === 1
}

/** A double answer repeats the counter without a copy, but the first one has consumed the challenge. */
async function switchOff(
  { passkeyId, employeeId, firmId, personName, name }: Stored,
  { counter, challenge }: { counter: number; challenge: string },
  asked: AskedOf,
  { place, browser, requestId }: Seen,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const person = await lockEmployee(tx, employeeId)
    if (!person || !(await dropChallenge(tx, challenge, asked))) return false
    const marked = await tx.passkey.updateMany({
      where: { id: passkeyId, clonedAt: null, counter: { gte: counter } },
      data: { clonedAt: person.now },
    })
    if (marked.count === 0) return true
    const who = { firmId, employeeId, name: personName, place, browser, requestId }
    await record(tx, who, 'passkey.copied', { id: employeeId, name: personName }, { passkey: name })
    await notify(tx, { kind: 'passkey-copied', employeeId, place, browser, name })
    return true
  })
}
