import type { Instrumentation } from 'next'
import { isOutage } from './lib/db-outage'
import { notAForm } from './lib/form'
import { requestScope } from './lib/request-scope'

/** Reads the settings before the first request, so that a portal with weak ones does not start. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { env } = await import('./lib/env')
  if (env.NODE_ENV !== 'production') return
  const [{ writeOutputAsJson }, { installGate }, { shutDownGently }] = await Promise.all([
    import('./lib/json-output'),
    import('./lib/server/gate'),
    import('./lib/server/shut-down'),
  ])
  writeOutputAsJson()
  installGate()
  shutDownGently()
}

/** What went wrong, under the reference that the error page shows. The path without its query: links carry secrets there. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const scope = requestScope.getStore()
  // Before anything is waited for: the status is written right after.
  if (scope && error instanceof Error && error.name === notAForm) scope.isUnreadable = true
  if (scope && isOutage(error)) scope.isOutage = true
  const { log } = await import('./lib/log')
  if (
    request.method === 'POST' &&
    scope &&
    !scope.isOutage &&
    (scope.isUnreadable || !scope.isActionRunning)
  ) {
    const { reportSecurityEvent } = await import('./lib/security-events')
    const reason = String(error).slice(0, 200)
    return reportSecurityEvent('unreadable-form', { route: context.routePath, reason })
  }
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  log.error(
    { reference: digest, route: context.routePath, method: request.method, message },
    'Unexpected error',
  )
}
