import { z } from 'zod'
import { startSimulator } from './start-simulator'

const settings = z
  .object({
    SIMULATOR_PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
    SMTP_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    AUTHY_API_KEY: z.string().min(1),
    TWILIO_ACCOUNT_SID: z.string().min(1),
    TWILIO_AUTH_TOKEN: z.string().min(1),
    TWILIO_VERIFY_SERVICE: z.string().optional(),
    TWILIO_EVENTS_URL: z.url().optional(),
    CALLBACK_URL: z.url(),
    SIMULATOR_STATE: z.string().optional(),
  })
  .safeParse(process.env)

if (!settings.success) {
  const names = settings.error.issues.map((issue) => issue.path.join('.'))
  fail(`The simulator needs valid settings for ${names.join(', ')}.`)
}

const { SIMULATOR_PORT, SMTP_PORT, AUTHY_API_KEY, CALLBACK_URL, SIMULATOR_STATE } = settings.data
const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_VERIFY_SERVICE, TWILIO_EVENTS_URL } = settings.data

try {
  const simulator = await startSimulator({
    port: SIMULATOR_PORT,
    smtpPort: SMTP_PORT || SIMULATOR_PORT + 25,
    authyApiKey: AUTHY_API_KEY,
    twilio: {
      accountSid: TWILIO_ACCOUNT_SID,
      authToken: TWILIO_AUTH_TOKEN,
      verifyService: TWILIO_VERIFY_SERVICE || undefined,
      eventsUrl: TWILIO_EVENTS_URL,
    },
    callbackUrl: CALLBACK_URL,
    statePath: SIMULATOR_STATE || undefined,
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      simulator.flush()
      process.exit(0)
    })
  }
  const { port, smtpPort, url } = simulator
  console.log(JSON.stringify({ ready: true, url, port, smtpPort }))
} catch (error) {
  fail(sentenceFor(error))
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return `The simulator could not start: ${String(error)}`
  if (!('code' in error) || error.code !== 'EADDRINUSE')
    return `The simulator could not start: ${error.message}`
  const port = 'port' in error ? error.port : SIMULATOR_PORT
  return `Port ${port} is already in use; stop that program or set SIMULATOR_PORT or SMTP_PORT to a free one.`
}
