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
})
