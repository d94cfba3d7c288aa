import type { Method } from '@/lib/access/methods'
import { storedId } from '@/lib/secrets/secret-id'
import { trustedBrowserCookie } from '@/lib/session/cookie'
import { trustBrowser } from '@/lib/sign-in-methods/trusted-browsers/trust-browser'

/**
 * *Keep me signed in on this browser*: trusts it after a sign-in whose second step was proven by `method`. For actions only. Answers
 * for how many days; null where firm, role or method do not allow it, and then nothing is stored.
 */
export async function trustThisBrowser(sessionSecret: string, method: Method | null): Promise<number | null> {
  const trusted = await trustBrowser(storedId(sessionSecret), method, await trustedBrowserCookie.read())
  if (!trusted.ok) return null
  const { secret, days } = trusted.value
  await trustedBrowserCookie.set(secret, days * 24 * 60 * 60)
  return days
}
