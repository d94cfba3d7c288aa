import type { Route } from 'next'

/** Where a form may send the browser next: a path of this portal, parsed as a URL, or the fallback. */
export function returnTarget(wanted: unknown, fallback: Route = '/'): Route {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.length > 500) return fallback
  const base = 'http://portal.invalid'
  if (!URL.canParse(wanted, base)) return fallback
  const url = new URL(wanted, base)
  // "//host", "/\host" and "/%09/host" parse to another host.
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  return (url.pathname + url.search) as Route
}
