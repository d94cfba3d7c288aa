import type { Route } from 'next'
import { z } from 'zod'

const longest = 2000

/** As the framework marks the address of a window over a list, which nobody could open by itself. */
const openedOverList = /\/\(\.{1,3}\)/g

/** Only a path of this portal passes, against open redirects. Too long an address loses its query. */
export function returnTarget(wanted: unknown, fallback: Route = '/'): Route {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return fallback
  const base = 'http://portal.invalid'
  if (!URL.canParse(wanted, base)) return fallback
  const url = new URL(wanted, base)
  // "//host", "/\host" and "/%09/host" parse to another host.
  const path = url.pathname.replace(openedOverList, '/')
  if (url.origin !== base || path.startsWith('//') || path.length > longest) return fallback
  const target = path + url.search
  return (target.length > longest ? path : target) as Route
}

/** A list's query in a hidden field, which never refuses a form: nobody could see or correct it. */
export const returnQuery = z.string().transform((query) => (query.length > longest ? '' : query))
