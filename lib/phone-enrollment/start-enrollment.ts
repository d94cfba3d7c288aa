import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'
import type { SignInContext } from '@/lib/session/visitor'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { findEnrollmentLink } from './find-enrollment'

/**
 * The set-up link opens nothing by itself: the password is asked as at every sign-in, with the same throttles. Both
 * together let this browser, for ten minutes, prove a new phone. It signs nobody in.
 */
export async function startEnrollment(
  form: { link: string; password: string },
  visitor: SignInContext,
  later: (work: () => Promise<void>) => void,
): Promise<Result<{ pendingSecret: string }, 'link-ended' | 'wrong' | 'busy'>> {
  const link = await findEnrollmentLink(form.link)
  if (!link || link.isBlocked) return refuse('link-ended')
  const started = await startSignIn({ email: link.email, password: form.password }, visitor, later)
  if (!started.ok) return started

  const { pendingSecret } = started.value
  await db.pendingSignIn.updateMany({
    where: { id: storedId(pendingSecret), employeeId: link.employeeId },
    data: { enrollmentLinkId: link.linkId },
  })
  return ok({ pendingSecret })
}
