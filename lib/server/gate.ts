import { type IncomingMessage, Server, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { env } from '@/lib/env'
import { requestScope } from '@/lib/request-scope'
import { reportSecurityEvent } from '@/lib/security-events'
import { clientAddress } from '@/lib/session/visitor'
import { correctAnswer } from './correct-answer'
import { dropFrameworkHeaders } from './framework-headers'
import { type GateRefusal, gateAnswer } from './gate-rules'
import { redirect, refuse } from './refuse'
import { follow } from './shut-down'

/** Stands before the framework, which would follow foreign addresses and fail on what it cannot decode. */
export function installGate(): void {
  const emit = Server.prototype.emit as (this: Server, ...event: unknown[]) => boolean
  Server.prototype.emit = function (this: Server, ...event: unknown[]): boolean {
    const [name, request, other] = event
    if (name === 'upgrade' && other instanceof Socket) return Boolean(other.destroy())
    if (name !== 'request' || !(other instanceof ServerResponse)) return emit.apply(this, event)
    follow(this, other)
    if (!admits(request as IncomingMessage, other)) return true
    const scope = { isActionRunning: false, isUnreadable: false, isOutage: false }
    correctAnswer(other.req, other, scope)
    return requestScope.run(scope, () => emit.apply(this, event))
  }
}

function admits(request: IncomingMessage, response: ServerResponse): boolean {
  const { headers, method = '', url = '' } = request
  const host = headers['x-forwarded-host'] ?? headers.host
  const bytes = Number(headers['content-length'] ?? 0)
  const asked = { method, target: url, host: host?.toString(), origin: headers.origin, bytes }
  const answer = gateAnswer(asked, env.PORTAL_URL)
  if (answer.kind === 'admit') {
    request.url = answer.target
    const dropped = dropFrameworkHeaders(headers)
    if (dropped.length > 0) report('internal-header', request, { headers: dropped })
    return true
  }
  if (answer.kind === 'redirect') redirect(response, answer.location)
  else {
    report(answer.refusal, request)
    refuse(request, response, answer)
  }
  return false
}

/** Without the address that was asked: links carry secrets. */
function report(
  event: GateRefusal | 'internal-header',
  { headers, method }: IncomingMessage,
  facts: Record<string, unknown> = {},
): void {
  const forwardedFor = String(headers['x-forwarded-for'] ?? '')
  const visitor = clientAddress(forwardedFor, env.TRUSTED_PROXY_HOPS)
  reportSecurityEvent(event, { method, visitor, ...facts })
}
