import type { Route } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { flashCookieName, flashCookieOptions, parseFlash, writeFlash } from './flash-cookie'

const secondsToArrive = 30

/** For actions: redirects to a page that shows, once, the sentence of this key. `Key` is the union that the page knows. */
export async function redirectWithFlash<Key extends string = never>(
  target: string,
  key: NoInfer<Key>,
  { about = '', type }: { about?: string; type?: Parameters<typeof redirect>[1] } = {},
): Promise<never> {
  const path = target.split(/[?#]/)[0] ?? target
  // Next renders the target within the answer to a script, with the cookies that the answer sets: the browser need not store this one.
  const isScripted = (await headers()).has('next-action')
  const jar = await cookies()
  const value = writeFlash({ path, key, about })
  jar.set(flashCookieName, value, { ...flashCookieOptions, maxAge: isScripted ? 0 : secondsToArrive })
  redirect(target as Route, type)
}

/** For pages: what the last action did. The address has no part in it. */
export async function readFlash<Key extends string>(
  sentences: Record<Key, unknown>,
): Promise<{ key: Key; about: string } | null> {
  const [jar, received] = await Promise.all([cookies(), headers()])
  const { path, key, about } = parseFlash(jar.get(flashCookieName)?.value ?? '')
  const asked = received.get('x-asked-address')?.split('?')[0]
  return path === asked && isKey(sentences, key) ? { key, about } : null
}

function isKey<Key extends string>(sentences: Record<Key, unknown>, key: string): key is Key {
  return Object.hasOwn(sentences, key)
}
