import type { Actor } from '@/lib/access/policy'
import type { Proof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'
import { findPendingSignIn, type PendingSignIn, seenFrom } from '@/lib/session/pending-sign-ins'
import { findSession, type LiveSession } from '@/lib/session/sessions'
import type { SignInContext } from '@/lib/session/visitor'
import { type CheckPasskeyRefusal, checkPasskey } from '@/lib/sign-in-methods/passkeys/check-passkey'
import { usePasskeyForm } from '@/lib/sign-in-methods/passkeys/schema'
import { type StartOwnRefusal, startOwnPasskey } from '@/lib/sign-in-methods/passkeys/start-own-passkey'
import type { UsingOptions } from '@/lib/sign-in-methods/passkeys/webauthn'
import { type CheckRefusal, checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { type SendAnswer, sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { type FinishRefusal, finishSignIn } from './finish-sign-in'
import type { ProofForm } from './schema'
import { type StepUpRefusal, startStepUp } from './start-step-up'

type Renewed = { sessionSecret: string; actor: Actor }

export type StepUpStep =
  | { kind: 'text'; sent: SendAnswer }
  | { kind: 'challenge'; started: Result<UsingOptions, StartOwnRefusal> }
  | { kind: 'token'; proven: Result<Renewed, CheckRefusal | FinishRefusal> }
  | { kind: 'passkey'; proven: Result<Renewed, CheckPasskeyRefusal | FinishRefusal> }

type StartedProof = { pending: PendingSignIn; newSecret: string | null }

/** `newSecret` goes into the pending cookie, so that a text sent now counts with the next post. */
export async function takeStepUp(
  session: LiveSession,
  typed: ProofForm,
  visitor: SignInContext,
  startedId: string | null,
): Promise<Result<StartedProof & { step: StepUpStep }, StepUpRefusal | 'ended'>> {
  const started = await findOrStart(session, typed.proofPassword, visitor, startedId)
  if (!started.ok) return started
  return ok({ ...started.value, step: await takeStep(started.value.pending, typed, visitor.address) })
}

/** Continues a step-up that has started, or the text sent for it would not count. */
async function findOrStart(
  session: LiveSession,
  password: string | undefined,
  visitor: SignInContext,
  startedId: string | null,
): Promise<Result<StartedProof, StepUpRefusal | 'ended'>> {
  const current =
    startedId && (await isOfThisSession(session, startedId)) ? await findPendingSignIn(startedId) : null
  if (current) return ok({ pending: { ...current, ...seenFrom(visitor) }, newSecret: null })
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

async function takeStep(
  pending: PendingSignIn,
  { proofBy, proofToken, proofPasskey }: ProofForm,
  address: string,
): Promise<StepUpStep> {
  // Enter presses the first of these buttons too, so a typed token comes first.
  const pressed = proofToken === '' ? proofBy : undefined
  if (pressed === 'text') return { kind: 'text', sent: await sendToken(pending, address) }
  if (pressed === 'passkey') return { kind: 'challenge', started: await startOwnPasskey(pending) }
  if (proofPasskey) return { kind: 'passkey', proven: await proveByPasskey(pending, proofPasskey) }
  const checked = await checkToken(pending, proofToken)
  return { kind: 'token', proven: checked.ok ? await renew(pending, checked.value) : checked }
}

async function proveByPasskey(
  pending: PendingSignIn,
  typed: string,
): Promise<Result<Renewed, CheckPasskeyRefusal | FinishRefusal>> {
  const read = usePasskeyForm.safeParse({ answer: typed })
  if (!read.success) return refuse('wrong')
  const checked = await checkPasskey(pending, read.data.answer)
  return checked.ok ? renew(pending, checked.value) : checked
}

async function renew(pending: PendingSignIn, proof: Proof): Promise<Result<Renewed, FinishRefusal>> {
  const finished = await finishSignIn(pending, proof)
  if (!finished.ok) return finished
  const { sessionSecret } = finished.value
  const renewed = await findSession(storedId(sessionSecret), true)
  return renewed ? ok({ sessionSecret, actor: renewed.actor }) : refuse('ended')
}
