import { createServer } from 'node:net'
import { Problem } from './problem'

/** Both loopback addresses count: a browser may ask either for `localhost`. */
export async function requireFreePort(port: number, variable: string) {
  for (const host of ['127.0.0.1', '::1']) {
    const failure = await tryPort(port, host)
    if (failure === 'EADDRINUSE')
      throw new Problem(
        `Port ${port} is used by another program. Stop that program, or set ${variable} to a free port.`,
      )
    if (failure === 'EACCES')
      throw new Problem(`Port ${port} needs administrator rights. Set ${variable} to a port above 1023.`)
  }
}

export async function isFree(port: number) {
  return (await tryPort(port, '127.0.0.1')) === undefined
}

export async function findFreePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function tryPort(port: number, host: string): Promise<string | undefined> {
  return new Promise((tried) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => tried(error.code))
    server.listen(port, host, () => server.close(() => tried(undefined)))
  })
}
