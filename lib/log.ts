import pino from 'pino'
import { env } from './env'

/** Cuts secrets by field name, in the first two levels only. */
export const log = pino({
  level: env.LOG_LEVEL ?? 'info',
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ['password', 'token', 'code', 'cookie', 'authorization', 'email', 'mobileNumber'].flatMap(
      (name) => [name, `*.${name}`],
    ),
    censor: '[cut]',
  },
  hooks: { streamWrite: escapeControls },
})

/** JSON leaves these as they are, but a terminal obeys some of them, and others turn the text round. */
export function escapeControls(line: string): string {
  return line.replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
