import type { Server, ServerResponse } from 'node:http'

const patienceMs = 10_000
const longestMs = 14_000

let server: Server | undefined
let isEnding = false
const open = new Set<ServerResponse>()

/** Every answer passes here, so that it can be ended when the process has to. */
export function follow(by: Server, response: ServerResponse): void {
  server = by
  open.add(response)
  response.once('close', () => open.delete(response))
  if (isEnding) part(response)
}

/**
 * Asked to end, the process lets what runs finish and keeps nobody: kept-alive clients and streams continue elsewhere. The
 * framework stops listening and waits for its connections, which alone would never end under busy clients.
 */
export function shutDownGently(): void {
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, end)
}

function end(): void {
  isEnding = true
  for (const response of open) part(response)
  setTimeout(() => server?.closeAllConnections(), patienceMs).unref()
  setTimeout(() => process.exit(), longestMs).unref()
  // The framework ends with 143, which a supervisor takes for a failure.
  process.once('exit', () => {
    process.exitCode = 0
  })
}

function part(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close')
  else if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end()
}
