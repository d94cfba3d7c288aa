import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { countMethods } from '@/lib/access/count-methods'
import { methodOf, type Proof } from '@/lib/access/proof'
import { pendingCookie, sessionCookie } from '@/lib/session/cookie'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { returnTarget } from '@/lib/session/return-target'
import { type FinishRefusal, finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { trustThisBrowser } from './remember-browser'

/** Refusals that the second-step page shows; the others redirect elsewhere. */
export type RemainRefusal = Exclude<FinishRefusal, 'ended' | 'stronger-needed'>

/** For actions only: opens the session and redirects, or answers why not. */
export async function completeSignIn(
  pending: PendingSignIn,
  proof: Proof,
  trusts: boolean,
): Promise<RemainRefusal> {
  const finished = await finishSignIn(pending.pendingId, proof)
  if (!finished.ok) {
    if (finished.reason === 'ended') redirect('/sign-in?ended=1')
    if (finished.reason === 'stronger-needed') redirect('/sign-in/add-method')
    return finished.reason
  }

  const { sessionSecret, returnTo, isFirst } = finished.value
  await pendingCookie.clear()
  await sessionCookie.set(sessionSecret)
  if (trusts) await trustThisBrowser(sessionSecret, methodOf(proof))
  redirect(await nextPage(pending, returnTarget(returnTo), isFirst))
}

/** The security checkup after a first sign-in, or after a stronger method was added. */
async function nextPage(
  { employeeId, provenBy }: PendingSignIn,
  wanted: Route,
  isFirst: boolean,
): Promise<Route> {
  const now = isFirst || provenBy ? await findMethods(employeeId) : null
  const isReady = !now || (!provenBy && countMethods(now) > 1)
  return isReady ? wanted : `/security-checkup?next=${encodeURIComponent(wanted)}`
}
