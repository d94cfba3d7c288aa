import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { chooseNumber } from '@/lib/phone-enrollment/choose-number'
import { confirmNumber } from '@/lib/phone-enrollment/confirm-number'
import { findNumberProof, type NumberProof } from '@/lib/phone-enrollment/find-number-link'
import { proveNumber, sendEnrollmentToken } from '@/lib/phone-enrollment/prove-number'
import { startNumberProof } from '@/lib/phone-enrollment/start-number-proof'
import { useOneTimePass as redeemOneTimePass } from '@/lib/phone-enrollment/use-one-time-pass'
import type { Result } from '@/lib/result'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { isStartedHere } from '@/lib/session/own-browser'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import type { Employee } from '@/prisma/client/client'
import { digitsOf, makeSession, passphrase } from '../factories'
import { secretOf, visitor } from '../passwords/people'
import { makePending } from '../pending'
import { madeOneTimePass } from '../phone-enrollment/enrolling'
import { must } from './passkeys/people'

/** Where a proof of the second factor can be asked for, and where it can be given. */
export type PlaceName = 'sign-in' | 'step-up' | 'number proof' | 'enrollment'

export type Place = {
  pending: PendingSignIn
  /** Asks for a text to the phone. */
  ask: () => Promise<Result<unknown, string>>
  /** What the portal says to what was typed: 'accepted', or why not. */
  type: (typed: string) => Promise<string>
}

export const places: Record<PlaceName, (person: Employee) => Promise<Place>> = {
  'sign-in': async (person) => signingIn(await makePending(person)),
  'step-up': async (person) =>
    signingIn(
      await makePending(person, { purpose: 'step_up', replacesSessionId: await makeSession(person) }),
    ),
  'number proof': async (person) => {
    const proof = await startedProof(person)
    return {
      pending: proof,
      ask: () => sendToken(proof, crypto.randomUUID()),
      type: async (typed) => wordOf(await confirmNumber(proof, typed)),
    }
  },
  enrollment: async (person) => {
    const pending = await makePending(person)
    must(await redeemOneTimePass(pending, await madeOneTimePass(person)))
    must(await chooseNumber(pending, digitsOf(person.mobileNumber ?? '')))
    return {
      pending,
      ask: () => sendEnrollmentToken(pending, crypto.randomUUID()),
      type: async (typed) => wordOf(await proveNumber(pending, typed)),
    }
  },
}

/** The same sign-in with a copy of its cookie: the guard of every page, action and stream asks this first. */
export async function inAnotherBrowser({ pending }: Place): Promise<string> {
  const isHere = await isStartedHere(pending.pendingId, storedId(newSecretId()), visitor)
  return isHere ? 'accepted' : 'not-here'
}

export async function endTime({ pending }: Place): Promise<void> {
  await db.$executeRaw`update pending_sign_in set expires_at = now() where id = ${pending.pendingId}`
}

export function wordOf(answer: Result<unknown, string>): string {
  return answer.ok ? 'accepted' : answer.reason
}

/** The second step of a pending sign-in, in which an enrollment may be open as well. */
export function signingIn(pending: PendingSignIn): Place {
  return {
    pending,
    ask: () => sendToken(pending, crypto.randomUUID()),
    type: async (typed) => {
      const checked = await checkToken(pending, typed)
      return wordOf(checked.ok ? await finishSignIn(pending, checked.value) : checked)
    },
  }
}

async function startedProof({ id }: Employee): Promise<NumberProof> {
  const link = secretOf((await makeLink(db, id, 'confirm_number')).url)
  const from = { ...visitor, browserId: storedId(newSecretId()), address: crypto.randomUUID() }
  const { pendingSecret } = must(await startNumberProof({ link, password: passphrase }, from, () => {}))
  const proof = await findNumberProof(storedId(pendingSecret))
  if (!proof) throw new Error('The proof was not found')
  return proof
}
