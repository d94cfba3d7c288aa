import { redirect } from 'next/navigation'
import { pendingCookie, sessionCookie } from '@/lib/session/cookie'

/** For actions: too many wrong passwords have ended the session, and the person signs in again. */
export async function leaveGuessedSession(): Promise<never> {
  await sessionCookie.clear()
  await pendingCookie.clear()
  redirect('/sign-in?signed-out=wrong-passwords')
}
