import { methodsOf } from '@/lib/access/methods'
import { db } from '@/lib/db'
import { checkOwnPassword, type OwnPasswordRefusal } from '@/lib/passwords/check-own-password'
import { ok, type Result, refuse } from '@/lib/result'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { pendingMinutes, seenFrom } from '@/lib/session/pending-sign-ins'
import { isFresh, type LiveSession } from '@/lib/session/sessions'
import type { SignInContext } from '@/lib/session/visitor'
import { networkOf } from '@/lib/session/visitor'
import { offeredMethods } from '@/lib/sign-in-methods/offer-rules'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { type FinishedSignIn, type FinishRefusal, finishSignIn } from './finish-sign-in'
import type { StepUpForm } from './schema'

export type StepUpRefusal = OwnPasswordRefusal | 'no-method'
export type StepUpByPasswordRefusal = OwnPasswordRefusal | FinishRefusal

export function needsPassword({ actor }: LiveSession): boolean {
  return !isFresh(actor.passwordAt, actor.seenAt)
}

export async function stepUpMethods({ actor }: LiveSession): Promise<'second-step' | 'password' | 'none'> {
  const now = await findMethods(actor.employeeId)
  if (!now) return 'none'
  if (offeredMethods(now, 'step_up').length > 0) return 'second-step'
  return methodsOf(now.own).length === 0 ? 'password' : 'none'
}

export async function startStepUp(
  session: LiveSession,
  form: StepUpForm,
  visitor: SignInContext,
): Promise<Result<string, StepUpRefusal>> {
  if ((await stepUpMethods(session)) !== 'second-step') return refuse('no-method')
  return openPending(session, form, visitor, 'step_up')
}

export async function stepUpByPassword(
  session: LiveSession,
  form: StepUpForm,
  visitor: SignInContext,
): Promise<Result<FinishedSignIn, StepUpByPasswordRefusal>> {
  const opened = await openPending(session, form, visitor, 'sign_in')
  if (!opened.ok) return opened
  return finishSignIn({ pendingId: storedId(opened.value), ...seenFrom(visitor) }, { kind: 'password' })
}

async function openPending(
  session: LiveSession,
  form: StepUpForm,
  visitor: SignInContext,
  purpose: 'sign_in' | 'step_up',
): Promise<Result<string, OwnPasswordRefusal>> {
  const { actor } = session
  const asksPassword = needsPassword(session)
  const stored = await db.credential.findUnique({ where: { employeeId: actor.employeeId } })
  const typed = form.password ?? ''
  const refusal = asksPassword ? await checkOwnPassword(actor, typed, stored, 'step-up') : null
  if (refusal) return refusal

  const secret = newSecretId()
  const passwordAt = asksPassword ? null : actor.passwordAt
  // Only while the compared password is the stored one and the session is live.
  const opened = await db.$executeRaw`
    insert into pending_sign_in
      (id, employee_id, purpose, replaces_session_id, return_to, password_at, expires_at, browser, place, browser_id, network)
    select ${storedId(secret)}, employee_id, ${purpose}::pending_purpose, ${actor.sessionId}, ${form.next},
      coalesce(${passwordAt}::timestamptz, now()), now() + make_interval(mins => ${pendingMinutes}),
      ${visitor.browser}, ${visitor.place}, ${visitor.browserId}, ${networkOf(visitor.address)}
    from credential
    where employee_id = ${actor.employeeId}::uuid and password_hash = ${stored?.passwordHash} and blocked_at is null
      and exists (select from session s where s.id = ${actor.sessionId} and s.expires_at > now())
    for share`
  return opened === 1 ? ok(secret) : refuse('wrong-password')
}
