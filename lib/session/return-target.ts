import type { Route } from 'next'

/** Only a path of this portal passes, against open redirects. */
export function returnTarget(wanted: unknown, fallback: Route = '/'): Route {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.length > 500) return fallback
  const base = 'http://portal.invalid'
  if (!URL.canParse(wanted, base)) return fallback
  const url = new URL(wanted, base)
  // "//host", "/\host" and "/%09/host" parse to another host.
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  return (url.pathname + url.search) as Route
}
