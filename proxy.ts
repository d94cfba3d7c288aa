import { type NextRequest, NextResponse } from 'next/server'
import { newSecretId } from '@/lib/secrets/secret-id'
import { browserCookieName, browserCookieOptions, isPlantedOn } from '@/lib/session/browser-cookie'

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
  return response
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
