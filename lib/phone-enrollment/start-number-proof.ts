import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'
import type { SignInContext } from '@/lib/session/visitor'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { findNumberLink } from './find-number-link'

/** Requires the password with the link. The pending sign-in can never become a session. */
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
  // Changes the purpose before any browser has the secret, so no request can use it for a sign-in.
  const { count } = await db.pendingSignIn.updateMany({
    where: { id: storedId(pendingSecret), employeeId: link.employeeId },
    data: { purpose: 'prove_number', enrollmentLinkId: link.linkId },
  })
  return count === 1 ? ok({ pendingSecret }) : refuse('link-ended')
}
