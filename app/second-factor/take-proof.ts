import type { z } from 'zod'
import { sayWhen } from '@/components/relative-time'
import type { Actor } from '@/lib/access/policy'
import { type AskedProof, type FormState, parseForm, proofFields, refill, requireForm } from '@/lib/form'
import type { Refusal } from '@/lib/result'
import { wasCarriedOut } from '@/lib/sent-forms'
import { ensureBrowserId, pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { getVisitor } from '@/lib/session/get-visitor'
import { readPendingId, requireSession } from '@/lib/session/guards'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { isFresh } from '@/lib/session/sessions'
import type { FinishRefusal } from '@/lib/sign-in/finish-sign-in'
import { type ProofForm, proofForm } from '@/lib/sign-in/schema'
import type { StepUpRefusal } from '@/lib/sign-in/start-step-up'
import { type StepUpStep, takeStepUp } from '@/lib/sign-in/step-up'
import type { CheckPasskeyRefusal } from '@/lib/sign-in-methods/passkeys/check-passkey'
import type { CheckRefusal } from '@/lib/sign-in-methods/tokens/check-token'
import { leaveGuessedSession } from './leave-session'
import {
  checkSentence,
  finishSentences,
  ownPasskeySentences,
  sendSentences,
  sentSentences,
} from './sentences'

type Taken = { ok: true; actor: Actor } | { ok: false; state: FormState }
type Fresh<Value> = { ok: true; actor: Actor; value: Value } | { ok: false; state: FormState }

/**
 * Reads a form that may carry a step-up, which renews the actor: the line after the guard of every action that may need one.
 * Until the step-up is complete the form keeps what was typed. A form that was carried out needs no second proof.
 */
export async function readFresh<Schema extends z.ZodObject>(
  actor: Actor,
  form: FormData,
  schema: Schema,
): Promise<Fresh<z.output<Schema>>> {
  const proof = (await wasCarriedOut(form, actor.employeeId))
    ? ({ ok: true, actor } as const)
    : await takeProof(actor, form)
  if (!proof.ok) return proof
  const input = parseForm(form, schema)
  return input.ok ? { ...input, actor: proof.actor } : input
}

async function takeProof(actor: Actor, form: FormData): Promise<Taken> {
  const typed = readProof(form)
  if (!typed) return { ok: true, actor }
  const session = await requireSession()
  const visitor = { ...(await getVisitor()), browserId: await ensureBrowserId() }
  const taken = await takeStepUp(session, typed, visitor, await readPendingId())
  if (!taken.ok) {
    if (taken.reason === 'session-ended') return leaveGuessedSession()
    const [message, field] = startSentences[taken.reason]
    return ask(actor, form, [sayWhen(message, taken.opensAt), field])
  }

  const { pending, newSecret, step } = taken.value
  if (newSecret) await pendingCookie.set(newSecret)
  if ('proven' in step && step.proven.ok) {
    await sessionCookie.set(step.proven.value.sessionSecret)
    await pendingCookie.clear()
  }
  return answerTo(step, pending, form)
}

/** What an action answers when its use case needs a proof: the form stays, with the fields for the proof in it. */
export function proofNeeded(actor: Actor, form: FormData): FormState {
  return {
    errors: {},
    values: refill(form),
    proof: { asksPassword: !isFresh(actor.passwordAt, actor.seenAt) },
  }
}

function readProof(form: FormData): ProofForm | null {
  requireForm(form)
  const typed = proofFields.flatMap((name) => form.getAll(name).map((value) => [name, value] as const))
  if (typed.length === 0 || new Set(typed.map(([name]) => name)).size < typed.length) return null
  return proofForm.safeParse(Object.fromEntries(typed)).data ?? null
}

function ask(actor: Actor, form: FormData, [message, field]: [message: string, field?: string]): Taken {
  const asked = proofNeeded(actor, form)
  return { ok: false, state: { ...asked, errors: { [field ?? 'proofToken']: message } } }
}

function answerTo(step: StepUpStep, pending: PendingSignIn, form: FormData): Taken {
  const proofToken = step.kind === 'token' ? String(form.get('proofToken') ?? '') : ''
  const show = (proof: Partial<AskedProof>, errors: Record<string, string> = {}): Taken => ({
    ok: false,
    state: { errors, values: { ...refill(form), proofToken }, proof: { asksPassword: false, ...proof } },
  })
  const refuse = (message: string) => show({}, { proofToken: message })
  switch (step.kind) {
    case 'text':
      return show({
        step: step.sent.ok
          ? sentSentences[step.sent.value]
          : sayWhen(sendSentences[step.sent.reason], step.sent.opensAt),
      })
    case 'challenge':
      if (!step.started.ok)
        return refuse(sayWhen(ownPasskeySentences[step.started.reason], step.started.opensAt))
      return show({ passkey: JSON.stringify(step.started.value) })
    case 'passkey':
      if (!step.proven.ok) return refuse(sayWhen(passkeySentence(step.proven.reason), step.proven.opensAt))
      return { ok: true, actor: step.proven.value.actor }
    case 'token':
      if (!step.proven.ok) return refuse(tokenSentence(step.proven, pending))
      return { ok: true, actor: step.proven.value.actor }
  }
}

function passkeySentence(reason: CheckPasskeyRefusal | FinishRefusal): string {
  if (isFinish(reason)) return finishSentences[reason]
  if (reason === 'ended') return startSentences.ended[0]
  return reason === 'stronger-needed' ? finishSentences['method-not-allowed'] : ownPasskeySentences[reason]
}

function tokenSentence(refusal: Refusal<CheckRefusal | FinishRefusal>, pending: PendingSignIn): string {
  const { reason, opensAt } = refusal
  if (isFinish(reason)) return finishSentences[reason]
  return reason === 'stronger-needed'
    ? finishSentences['method-not-allowed']
    : checkSentence({ ok: false, reason, opensAt }, pending)
}

function isFinish(reason: string): reason is keyof typeof finishSentences {
  return Object.hasOwn(finishSentences, reason)
}

const startSentences: Record<
  Exclude<StepUpRefusal, 'session-ended'> | 'ended',
  [message: string, field?: string]
> = {
  'wrong-password': ['Incorrect password.', 'proofPassword'],
  busy: [
    "Many people are signing in right now, so we couldn't check your password. Try again in 10 seconds.",
  ],
  'too-many-tries': [
    'Too many wrong passwords today. Try again {when}, or sign out, then sign in again to confirm.',
    'proofPassword',
  ],
  'no-method': ["You don't have a sign-in method to confirm with. Add one in Account security first."],
  ended: ['That took too long. Try again.'],
}
