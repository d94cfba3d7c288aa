import http from 'node:http'

export type StubCall = { method: string; url: string; headers: http.IncomingHttpHeaders; body: string }
type Odd = (response: http.ServerResponse) => void

/** A vendor that answers whatever a test wants, however wrong, and records what it was asked. */
export async function startStubVendor() {
  const calls: StubCall[] = []
  let odd: Odd = (response) => response.end()

  const server = http.createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    calls.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
    odd(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    /** How long to wait for it: not long where nothing comes, and else for as long as a busy machine takes. */
    get patienceMs() {
      return odd === silence || odd === trickle ? 300 : 30_000
    },
    answers(next: Odd) {
      calls.length = 0
      odd = next
    },
    stop() {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

export function json(status: number, body: unknown): Odd {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
}

export function html(status: number): Odd {
  return (response) => {
    response.writeHead(status, { 'content-type': 'text/html' })
    response.end('<html><body>Sorry</body></html>')
  }
}

export function redirect(to: string): Odd {
  return (response) => {
    response.writeHead(302, { location: to })
    response.end()
  }
}

export const empty: Odd = (response) => response.writeHead(200).end()
export const hangUp: Odd = (response) => response.destroy()
export const silence: Odd = () => undefined

/** Sends a byte now and then for ever, so that a time-out between bytes never strikes. */
export const trickle: Odd = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const drip = setInterval(() => response.write(' '), 40)
  response.on('close', () => clearInterval(drip))
}
