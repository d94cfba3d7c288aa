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
  const bound = await db.$executeRaw`
    update pending_sign_in set purpose = 'prove_number', enrollment_link_id = ${link.linkId}
    where id = ${storedId(pendingSecret)} and employee_id = ${link.employeeId}::uuid`
  return bound === 1 ? ok({ pendingSecret }) : refuse('link-ended')
}
