import { sealData, unsealData } from 'iron-session'
import { cookies } from 'next/headers'
import { mostDays } from '@/lib/access/trusted-browser'
import { env } from '@/lib/env'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { pendingMinutes } from './pending-sign-ins'
import { sessionHours } from './sessions'

/**
 * A cookie that carries one random id of 256 bits, sealed. The database keeps only its hash, so neither a copy of the
 * database nor a sealing secret alone is a way in. It ends with the browser, unless it is set for a number of seconds.
 */
function sealedIdCookie(name: string, secrets: () => string[], ttlSeconds: number) {
  return {
    async set(id: string, maxAge?: number) {
      const newest = secrets()[0] ?? ''
      const value = await sealData({ id }, { password: newest, ttl: ttlSeconds })
      const jar = await cookies()
      jar.set(name, value, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge })
    },
    /** The stored form of the id, or null. */
    async read(): Promise<string | null> {
      const value = (await cookies()).get(name)?.value
      if (!value) return null
      for (const password of secrets()) {
        const { id } = await unsealData<{ id?: string }>(value, { password, ttl: ttlSeconds })
        if (typeof id === 'string') return storedId(id)
      }
      return null
    },
    async clear() {
      const jar = await cookies()
      jar.set(name, '', { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 0 })
    },
  }
}

export const sessionCookie = sealedIdCookie(
  '__Host-session',
  () => env.SESSION_SECRETS,
  sessionHours * 60 * 60,
)
export const pendingCookie = sealedIdCookie('__Host-pending', () => env.PENDING_SECRETS, pendingMinutes * 60)
/** Stands for the second step of one tech. What it is worth at any moment is the database's to say. */
export const trustedBrowserCookie = sealedIdCookie(
  '__Host-trusted-browser',
  () => env.SESSION_SECRETS,
  mostDays * 24 * 60 * 60,
)

const browserCookieName = '__Host-browser'

/** Recognises a browser that has signed in before. Persistent on purpose, and never a proof of anything. */
async function readBrowserId(): Promise<string | null> {
  const value = (await cookies()).get(browserCookieName)?.value
  return value && /^[\w-]{43}$/.test(value) ? storedId(value) : null
}

/** Keeps the browser's id, or gives it one. For actions only. */
export async function ensureBrowserId(): Promise<string> {
  const known = await readBrowserId()
  if (known) return known
  const id = newSecretId()
  const jar = await cookies()
  const maxAge = 400 * 24 * 60 * 60
  jar.set(browserCookieName, id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge })
  return storedId(id)
}
