import type { Route } from 'next'
import { z } from 'zod'

/** Room for a list with its search and cursor in any script. */
const longest = 2000

/** Only a path of this portal passes, against open redirects. Too long an address loses its query. */
export function returnTarget(wanted: unknown, fallback: Route = '/'): Route {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return fallback
  const base = 'http://portal.invalid'
  if (!URL.canParse(wanted, base)) return fallback
  const url = new URL(wanted, base)
  // "//host", "/\host" and "/%09/host" parse to another host.
  if (url.origin !== base || url.pathname.startsWith('//') || url.pathname.length > longest) return fallback
  const target = url.pathname + url.search
  return (target.length > longest ? url.pathname : target) as Route
}

/** A list's query in a hidden field, which never refuses a form: nobody could see or correct it. */
export const returnQuery = z.string().transform((query) => (query.length > longest ? '' : query))
