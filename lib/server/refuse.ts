import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '@/lib/env'
import type { GateRefusal } from './gate-rules'
import { refusalPage, refusalPolicy, refusalWords } from './refusal-page'
import securityHeaders from './security-headers.json'

const mostDrained = 10 * 1024 * 1024

export function redirect(response: ServerResponse, location: string): void {
  setHeaders(response)
  response.writeHead(307, { Location: location }).end()
}

/** A browser shows the answer to a large form only once it has sent its whole body. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { refusal, allow }: { refusal: GateRefusal; allow?: string },
): void {
  const isScript = request.headers['next-action'] !== undefined
  const send = () => answer(response, refusal, isScript)
  if (allow) response.setHeader('Allow', allow)
  request.resume()
  if (Number(request.headers['content-length'] ?? 0) <= mostDrained) {
    if (refusal === 'too-large') request.once('end', send)
    else send()
    return
  }
  response.setHeader('Connection', 'close')
  send()
}

/** The framework's script shows the text of an answer in plain text, and of no other. */
function answer(response: ServerResponse, refusal: GateRefusal, isScript: boolean): void {
  setHeaders(response)
  response.setHeader('Content-Type', isScript ? 'text/plain' : 'text/html; charset=utf-8')
  response.writeHead(refusalWords[refusal].status)
  response.end(isScript ? refusalWords[refusal].sentence : refusalPage(refusal, env.PORTAL_URL))
}

export function setHeaders(response: ServerResponse): void {
  for (const { key, value } of securityHeaders) response.setHeader(key, value)
  response.setHeader('Content-Security-Policy', refusalPolicy)
  response.setHeader('Cache-Control', 'no-store')
}
