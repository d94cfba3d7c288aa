import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/** Sends these very lines to the portal, as no browser and no client library would. */
export async function rawRequest(lines: string[]): Promise<{ status: number; head: string; body: string }> {
  const { hostname, port } = new URL(process.env.PORTAL_URL ?? '')
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write([...lines, 'Connection: close', '', ''].join('\r\n'))
  const answer = await text(socket)
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2)
  return { status: Number(head.split(' ')[1]), head, body }
}
