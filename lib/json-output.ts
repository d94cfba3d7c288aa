import { stripVTControlCharacters } from 'node:util'
import { log } from './log'

const longest = 8000

/** Framework and Node write plain text, in which a visitor's line feeds would forge lines of the log. */
export function writeOutputAsJson(): void {
  process.removeAllListeners('warning')
  process.on('warning', ({ name, message }) => log.warn({ output: 'warning', name }, message))
  wrap(process.stdout, 'info')
  wrap(process.stderr, 'error')
}

function wrap(stream: NodeJS.WriteStream, level: 'info' | 'error'): void {
  const output = stream === process.stdout ? 'stdout' : 'stderr'
  stream.write = (chunk: unknown, encoding?: unknown, done?: unknown) => {
    const bytes = chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : String(chunk)
    const text = stripVTControlCharacters(bytes).trim()
    if (text) log[level]({ output }, text.slice(0, longest))
    const called = typeof encoding === 'function' ? encoding : done
    if (typeof called === 'function') called()
    return true
  }
}
