import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '@/lib/env'
import type { RequestScope } from '@/lib/request-scope'
import { type RefusalPage, refusalPage } from './refusal-page'
import { setHeaders } from './refuse'

/** The framework answers 500 to a form that it cannot read and to an outage, and plain text to an action of another build. */
export function correctAnswer(request: IncomingMessage, response: ServerResponse, scope: RequestScope): void {
  const isScript = ['next-action', 'rsc'].some((name) => request.headers[name] !== undefined)
  const writeHead = response.writeHead as (this: ServerResponse, ...head: unknown[]) => ServerResponse
  const write = response.write as (this: ServerResponse, ...chunk: unknown[]) => boolean
  const end = response.end as (this: ServerResponse, ...chunk: unknown[]) => ServerResponse
  let page: string | null = null

  const pageFor = (): RefusalPage | null => {
    if (isScript || request.method === 'HEAD') return null
    if (response.hasHeader('x-nextjs-action-not-found')) return 'other-build'
    return response.statusCode === 500 && scope.isOutage ? 'unavailable' : null
  }
  const start = () => {
    if (!response.headersSent && pageFor()) response.writeHead(response.statusCode)
  }

  response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const refusal = pageFor()
    if (refusal) {
      page = refusalPage(refusal, env.PORTAL_URL)
      for (const name of ['content-encoding', 'content-length', 'etag']) this.removeHeader(name)
      setHeaders(this)
      this.setHeader('Content-Type', 'text/html; charset=utf-8')
    }
    const corrected = correctStatus(status, request.method === 'POST', isScript, scope)
    if (corrected === 503) this.setHeader('Retry-After', '5')
    return writeHead.call(this, corrected, ...rest)
  }
  response.write = function (this: ServerResponse, ...chunk: unknown[]) {
    start()
    return page === null ? write.apply(this, chunk) : true
  } as typeof response.write
  response.end = function (this: ServerResponse, ...chunk: unknown[]) {
    start()
    return page === null ? end.apply(this, chunk) : end.call(this, page)
  } as typeof response.end
}

function correctStatus(status: number, isForm: boolean, isScript: boolean, scope: RequestScope): number {
  if (scope.isOutage && (status === 500 || (status === 200 && isForm && !isScript))) return 503
  const isCallersFault = !scope.isActionRunning || scope.isUnreadable
  return status === 500 && isForm && isCallersFault ? 400 : status
}
