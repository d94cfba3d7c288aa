import type { Instrumentation } from 'next'

/** Reads the settings before the first request, so that a portal with weak ones does not start. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') await import('./lib/env')
}

/** What went wrong, under the reference that the error page shows. The path without its query: links carry secrets there. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('./lib/log')
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  log.error(
    { reference: digest, route: context.routePath, method: request.method, message },
    'Unexpected error',
  )
}
