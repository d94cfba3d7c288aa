import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'
import type { SignInContext } from '@/lib/session/visitor'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { findEnrollmentLink } from './find-enrollment'

/** Requires the password with the link, throttled as a sign-in: an attacker with the mailbox alone gets nothing. */
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
