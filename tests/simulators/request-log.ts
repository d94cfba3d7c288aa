import type { Call } from './http'

export type LoggedRequest = {
  at: string
  route: string
  digits: string | null
  method: string
  path: string
  query: Record<string, string>
  body: unknown
  headers: Record<string, string>
}

const kept = 5000

/** Tests read here what the portal asked of the vendor. Whether a key came is recorded, the key itself never. */
export function logRequest(
  log: LoggedRequest[],
  call: Call,
  about: { route: string; digits?: string; at: number },
) {
  const query = Object.fromEntries(call.query)
  if ('api_key' in query) query.api_key = 'present'
  log.push({
    at: new Date(about.at).toISOString(),
    route: about.route,
    digits: about.digits ?? null,
    method: call.method,
    path: call.path,
    query,
    body: call.body,
    headers: {
      'x-authy-api-key': call.headers['x-authy-api-key'] === undefined ? 'absent' : 'present',
      authorization: call.headers.authorization === undefined ? 'absent' : 'present',
      'content-type': call.headers['content-type'] ?? '',
      accept: call.headers.accept ?? '',
      'user-agent': call.headers['user-agent'] ?? '',
      host: call.headers.host ?? '',
    },
  })
  log.splice(0, log.length - kept)
}
