import { z } from 'zod'

const secrets = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.string().min(32, 'each needs at least 32 characters')).min(1))

const settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORTAL_PROFILE: z.enum(['production', 'demo', 'test']).default('production'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Off for a pooler in transaction mode that keeps no prepared statements. */
  PREPARED_STATEMENTS: z.enum(['on', 'off']).default('on'),
  PORTAL_URL: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
  SESSION_SECRETS: secrets,
  PENDING_SECRETS: secrets,
  PASSWORD_PEPPER: z.string().min(32),
  PROOF_KEY: z.string().min(32),
  /** Seal authenticator app secrets. Put a new key first: housekeeping reseals the older secrets. */
  FACTOR_KEYS: secrets,
  PASSWORD_COST: z.coerce.number().int().min(4).max(15).default(12),
  AUTHY_API_KEY: z.string().min(1),
  AUTHY_URL: z.url({ protocol: /^https?$/ }).default('https://api.authy.com'),
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-f]{32}$/i, 'must be AC and 32 hexadecimal digits'),
  TWILIO_AUTH_TOKEN: z.string().min(1),
  TWILIO_FROM: z
    .string()
    .regex(
      /^(\+[1-9]\d{6,14}|MG[0-9a-f]{32})$/i,
      'must be a number like +12025550100, or MG and 32 hexadecimal digits',
    ),
  TWILIO_URL: z.url({ protocol: /^https?$/ }).default('https://api.twilio.com'),
  TWILIO_VERIFY_SERVICE: z
    .string()
    .regex(/^VA[0-9a-f]{32}$/i, 'must be VA and 32 hexadecimal digits')
    .optional(),
  /** A template with the last line `@host #code`, which binds the token to the portal's own address. */
  TWILIO_VERIFY_TEMPLATE: z
    .string()
    .regex(/^HJ[0-9a-f]{32}$/i, 'must be HJ and 32 hexadecimal digits')
    .optional(),
  TWILIO_VERIFY_URL: z.url({ protocol: /^https?$/ }).default('https://verify.twilio.com'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().default('Partner Portal <no-reply@portal.example>'),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(1).max(5).default(1),
  TEXTS_PER_DAY_FIRM: z.coerce.number().int().positive().default(1000),
  TEXTS_PER_DAY_PORTAL: z.coerce.number().int().positive().default(20_000),
  TEXT_COUNTRIES: z
    .string()
    .default('US,CA,GB,GG,JE,IM,IE,DE,AT,CH,FR,BE,NL,LU,ES,PT,IT,DK,SE,NO,FI,PL,CZ,AU,NZ')
    .transform((list) => list.split(',')),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

// Refuses stand-ins in production: the portal would accept whatever they answer.
const guarded = settings.superRefine((value, context) => {
  const complain = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  const isRehearsal = value.PORTAL_PROFILE !== 'production'
  if (isRehearsal && !isLocal(value.DATABASE_URL)) {
    complain('PORTAL_PROFILE', 'demo and test need a local database')
  }
  if (!isRehearsal && value.AUTHY_URL !== 'https://api.authy.com') {
    complain('AUTHY_URL', 'must be https://api.authy.com in production')
  }
  if (!isRehearsal && value.TWILIO_URL !== 'https://api.twilio.com') {
    complain('TWILIO_URL', 'must be https://api.twilio.com in production')
  }
  if (!isRehearsal && value.TWILIO_VERIFY_URL !== 'https://verify.twilio.com') {
    complain('TWILIO_VERIFY_URL', 'must be https://verify.twilio.com in production')
  }
  if (!isRehearsal && !value.PORTAL_URL.startsWith('https://')) {
    complain('PORTAL_URL', 'must be an https address in production')
  }
  if (value.PORTAL_PROFILE !== 'test' && value.PASSWORD_COST < 12) {
    complain('PASSWORD_COST', 'must be at least 12 outside tests')
  }
})

export function isLocal(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  // The driver prefers a host in the query to the one in the address.
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) && !searchParams.has('host')
}

function readSettings() {
  const read = guarded.safeParse(process.env)
  if (read.success) return read.data
  // Prints names and reasons only: a wrong value may be a secret.
  const problems = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The portal cannot start. Fix these settings:\n  ${problems.join('\n  ')}`)
}

// `next build` loads every module without any settings.
const isBuilding = process.env.NEXT_PHASE === 'phase-production-build'

export const env = isBuilding ? ({} as z.infer<typeof settings>) : readSettings()

export const showsDevPages = env.PORTAL_PROFILE === 'test' || env.NODE_ENV === 'development'
