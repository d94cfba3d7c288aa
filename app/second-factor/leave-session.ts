import type { SignInFlash } from '@/app/(signed-out)/sign-in/flashes'
import { pendingCookie, sessionCookie } from '@/lib/session/cookie'
import { redirectWithFlash } from '@/lib/session/flash'

/** For actions: too many wrong passwords have ended the session, and the person signs in again. */
export async function leaveGuessedSession(): Promise<never> {
  await sessionCookie.clear()
  await pendingCookie.clear()
  return redirectWithFlash<SignInFlash>('/sign-in', 'wrong-passwords')
}
