import type { Route } from 'next'
import { redirect } from 'next/navigation'
import type { CheckupFlash } from '@/app/(portal)/security-checkup/flashes'
import { countMethods } from '@/lib/access/count-methods'
import { methodOf, type Proof } from '@/lib/access/proof'
import { pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { redirectWithFlash } from '@/lib/session/flash'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { returnTarget } from '@/lib/session/return-target'
import { type FinishedSignIn, type FinishRefusal, finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { trustThisBrowser } from './trust-this-browser'

/** Refusals that the second-step page shows; the others redirect elsewhere. */
export type RemainRefusal = Exclude<FinishRefusal, 'ended' | 'stronger-needed'>

/** For actions only: opens the session and redirects, or answers why not. */
export async function completeSignIn(
  pending: PendingSignIn,
  proof: Proof,
  trusts: boolean,
): Promise<RemainRefusal> {
  const finished = await finishSignIn(pending, proof)
  if (!finished.ok) {
    if (finished.reason === 'ended') redirect('/sign-in?ended=1')
    if (finished.reason === 'stronger-needed') redirect('/sign-in/add-method')
    return finished.reason
  }

  const { sessionSecret } = finished.value
  await pendingCookie.clear()
  await sessionCookie.set(sessionSecret)
  if (trusts) await trustThisBrowser(sessionSecret, methodOf(proof))
  const next = nextPage(pending, finished.value)
  if (pending.purpose === 'step_up' && next.startsWith('/security-checkup'))
    return redirectWithFlash<CheckupFlash>(next, 'tried')
  redirect(next)
}

/** The security checkup comes after a first sign-in by the only method, and after adding a better one. */
function nextPage({ provenBy }: PendingSignIn, { returnTo, isFirst, methods }: FinishedSignIn): Route {
  const wanted = returnTarget(returnTo)
  const needsCheckup = methods && (provenBy || (isFirst && countMethods(methods) <= 1))
  return needsCheckup ? `/security-checkup?next=${encodeURIComponent(wanted)}` : wanted
}
