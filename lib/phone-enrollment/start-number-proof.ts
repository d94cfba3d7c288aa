import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'
import type { SignInContext } from '@/lib/session/visitor'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { findNumberLink } from './find-number-link'

/**
 * The link texts nothing by itself: the password is asked as at every sign-in, with the same throttles. Both together let
 * this browser, for ten minutes, prove the number on file. What is begun here can never become a session.
 */
export async function startNumberProof(
  form: { link: string; password: string },
  visitor: SignInContext,
  later: (work: () => Promise<void>) => void,
): Promise<Result<{ pendingSecret: string }, 'link-ended' | 'wrong' | 'busy'>> {
  const link = await findNumberLink(form.link)
  if (!link) return refuse('link-ended')
  const started = await startSignIn(
    { email: link.email, password: form.password },
    { ...visitor, sessionId: null },
    later,
  )
  if (!started.ok) return started

  const { pendingSecret } = started.value
  // Nobody knows its secret yet, so nobody has taken it for a sign-in.
  const { count } = await db.pendingSignIn.updateMany({
    where: { id: storedId(pendingSecret), employeeId: link.employeeId },
    data: { purpose: 'prove_number', enrollmentLinkId: link.linkId },
  })
  return count === 1 ? ok({ pendingSecret }) : refuse('link-ended')
}
