import type { Proof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'
import { findPendingSignIn, type PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { LiveSession } from '@/lib/session/sessions'
import type { SignInContext } from '@/lib/session/visitor'
import { type CheckPasskeyRefusal, checkPasskey } from '@/lib/sign-in-methods/passkeys/check-passkey'
import type { PasskeyAnswer } from '@/lib/sign-in-methods/passkeys/schema'
import { type CheckRefusal, checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { type FinishRefusal, finishSignIn } from './finish-sign-in'
import { type StepUpRefusal, startStepUp } from './start-step-up'

/** A proof that has begun: its secret goes into the pending cookie when it is new. */
export type StartedProof = { pending: PendingSignIn; newSecret: string | null }

/**
 * The proof that a sensitive form asks for in itself: the same begun sign-in, with the same tries and waits, as on the
 * page for it. One that this session has begun already goes on, or a text that was asked for would be worth nothing.
 */
export async function startStepUpProof(
  session: LiveSession,
  password: string | undefined,
  visitor: SignInContext,
  startedId: string | null,
): Promise<Result<StartedProof, StepUpRefusal | 'ended'>> {
  const current =
    startedId && (await isOfThisSession(session, startedId)) ? await findPendingSignIn(startedId) : null
  if (current) return ok({ pending: current, newSecret: null })
  const started = await startStepUp(session, { password, next: '/' }, visitor)
  if (!started.ok) return started
  const pending = await findPendingSignIn(storedId(started.value))
  return pending ? ok({ pending, newSecret: started.value }) : refuse('ended')
}

async function isOfThisSession({ actor }: LiveSession, pendingId: string): Promise<boolean> {
  const { employeeId, sessionId } = actor
  const where = { id: pendingId, purpose: 'step_up' as const, employeeId, replacesSessionId: sessionId }
  return (await db.pendingSignIn.count({ where })) === 1
}

/** The typed token ends the proof: the session goes on under a new id. Answers its secret. */
export async function proveByToken(
  pending: PendingSignIn,
  typed: string,
): Promise<Result<string, CheckRefusal | FinishRefusal>> {
  const checked = await checkToken(pending, typed)
  return checked.ok ? renew(pending, checked.value) : checked
}

/** The same by the answer of a passkey. */
export async function proveByPasskey(
  pending: PendingSignIn,
  answer: PasskeyAnswer,
): Promise<Result<string, CheckPasskeyRefusal | FinishRefusal>> {
  const checked = await checkPasskey(pending, answer)
  return checked.ok ? renew(pending, checked.value) : checked
}

async function renew(pending: PendingSignIn, proof: Proof): Promise<Result<string, FinishRefusal>> {
  const finished = await finishSignIn(pending.pendingId, proof)
  return finished.ok ? ok(finished.value.sessionSecret) : finished
}
