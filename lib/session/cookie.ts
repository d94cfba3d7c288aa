import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { browserCookieName, browserCookieOptions } from './browser-cookie'
import { sealId, unsealId } from './sealed-id'

/** PostgreSQL has only the id's hash: neither a database copy nor a sealing secret alone signs an attacker in. */
function sealedIdCookie(name: string, secrets: () => string[]) {
  return {
    async set(id: string, maxAge?: number) {
      const value = await sealId(id, secrets())
      const jar = await cookies()
      jar.set(name, value, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge })
    },
    async read(): Promise<string | null> {
      const value = (await cookies()).get(name)?.value
      const id = value ? await unsealId(value, secrets()) : null
      return id === null ? null : storedId(id)
    },
    async clear() {
      const jar = await cookies()
      jar.set(name, '', { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 0 })
    },
  }
}

export const sessionCookie = sealedIdCookie('__Host-session', () => env.SESSION_SECRETS)
/** Read through `readPendingId` alone, which refuses a copy in another browser. */
export const pendingCookie = sealedIdCookie('__Host-pending', () => env.PENDING_SECRETS)
/** PostgreSQL decides at each use whether this cookie replaces a tech's second factor. */
export const trustedBrowserCookie = sealedIdCookie('__Host-trusted-browser', () => env.SESSION_SECRETS)

/** The id recognizes a browser that has signed in before, and proves nothing. */
export async function readBrowserId(): Promise<string | null> {
  const value = (await cookies()).get(browserCookieName)?.value
  return value && /^[\w-]{43}$/.test(value) ? storedId(value) : null
}

/** Next.js sets cookies in actions only. */
export async function ensureBrowserId(): Promise<string> {
  const known = await readBrowserId()
  if (known) return known
  const id = newSecretId()
  const jar = await cookies()
  jar.set(browserCookieName, id, browserCookieOptions)
  return storedId(id)
}
