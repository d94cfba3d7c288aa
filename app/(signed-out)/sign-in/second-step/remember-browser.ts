import type { Way } from '@/lib/access/methods'
import { storedId } from '@/lib/secrets/secret-id'
import { rememberedCookie } from '@/lib/session/cookie'
import { rememberBrowser } from '@/lib/sign-in-methods/trusted-browsers/trust-browser'

/**
 * *Keep me signed in on this browser*: after a sign-in whose second step was proven by `way`. For actions only. Answers for how many
 * days; null where firm, role or way do not allow it, and then nothing is kept.
 */
export async function rememberThisBrowser(sessionSecret: string, way: Way | null): Promise<number | null> {
  const remembered = await rememberBrowser(storedId(sessionSecret), way, await rememberedCookie.read())
  if (!remembered.ok) return null
  const { secret, days } = remembered.value
  await rememberedCookie.set(secret, days * 24 * 60 * 60)
  return days
}
