import { type NextRequest, NextResponse } from 'next/server'
import { newSecretId } from '@/lib/secrets/secret-id'
import { browserCookieName, browserCookieOptions, isPlantedOn } from '@/lib/session/browser-cookie'
import { endFlash, flashCookieName, parseFlash } from '@/lib/session/flash-cookie'

/**
 * Gives each page its own nonce, and passes on which address was asked, which Next keeps from guards. It guards nothing:
 * guards stand at the entrances themselves.
 */
export function proxy(request: NextRequest) {
  const policy = contentSecurityPolicy(crypto.randomUUID())
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set('x-asked-address', request.nextUrl.pathname + request.nextUrl.search)

  // Next shows a page the cookies that are only being set.
  const isNew = request.method === 'GET' && !request.cookies.has(browserCookieName)
  headers.delete('x-new-browser')
  if (isNew) headers.set('x-new-browser', '1')

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  if (isNew && isPlantedOn(request.nextUrl.pathname))
    response.cookies.set(browserCookieName, newSecretId(), browserCookieOptions)
  // As a plain header: what `cookies.set` sets, Next shows to the page at once.
  if (opensFlash(request)) response.headers.append('Set-Cookie', endFlash)
  return response
}

/** A message that an action left for this page is shown now, so it ends. */
function opensFlash({ method, nextUrl, cookies, headers }: NextRequest): boolean {
  const left = cookies.get(flashCookieName)?.value
  if (!left || method !== 'GET' || parseFlash(left).path !== nextUrl.pathname) return false
  return !headers.has('next-router-prefetch') && !headers.get('sec-purpose')?.includes('prefetch')
}

export const config = {
  matcher: '/((?!api/|_next/static/|favicon.svg).*)',
}

const developing = process.env.NODE_ENV === 'development'

function contentSecurityPolicy(nonce: string) {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
