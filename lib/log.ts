import pino from 'pino'
import { env } from './env'

/** JSON lines on stdout. What could be a secret is cut by name, wherever it stands in the first two levels. */
export const log = pino({
  level: env.LOG_LEVEL ?? 'info',
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ['password', 'token', 'code', 'cookie', 'authorization', 'email', 'mobileNumber'].flatMap(
      (name) => [name, `*.${name}`],
    ),
    censor: '[cut]',
  },
})
