import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Problem } from './problem'

export const root = resolve(import.meta.dirname, '..')

/** What a person may choose for `npm run demo` and `npm run dev`. */
export function readSettings() {
  const port = readPort('PORT', 3000)
  const simulatorPort = readPort('SIMULATOR_PORT', 4000)
  return {
    port,
    simulatorPort,
    smtpPort: simulatorPort + 25,
    dataDirectory: resolve(root, process.env.DATA_DIR || '.data'),
    portalUrl: `http://localhost:${port}`,
    simulatorUrl: `http://127.0.0.1:${simulatorPort}`,
  }
}

export type Secrets = ReturnType<typeof newSecrets>

/** Secrets are created once per data directory, so sessions and passwords survive a restart. Missing ones are added. */
export function readSecrets(dataDirectory: string): Secrets {
  const file = join(dataDirectory, 'secrets.json')
  if (!existsSync(file)) createSecrets(file)

  const saved: Partial<Secrets> = JSON.parse(readFileSync(file, 'utf8'))
  const secrets = { ...newSecrets(), ...saved }
  if (Object.keys(secrets).length > Object.keys(saved).length) {
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return secrets
}

type Places = { databaseUrl: string; portalUrl: string; simulatorUrl: string; smtpPort: number }

/** Linked when it is whole: of two processes that start at the same time, both take the first one's. */
function createSecrets(file: string) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(newSecrets(), null, 2), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  }
  rmSync(draft)
}

/** The environment of the portal and of the worker, as `lib/env.ts` reads it. */
export function portalEnvironment(profile: 'demo' | 'test', secrets: Secrets, places: Places) {
  return {
    PORTAL_PROFILE: profile,
    DATABASE_URL: places.databaseUrl,
    PORTAL_URL: places.portalUrl,
    SESSION_SECRETS: secrets.session,
    PENDING_SECRETS: secrets.pending,
    PASSWORD_PEPPER: secrets.pepper,
    PROOF_KEY: secrets.proof,
    FACTOR_KEYS: secrets.factor,
    AUTHY_API_KEY: secrets.authyApiKey,
    AUTHY_URL: places.simulatorUrl,
    TWILIO_ACCOUNT_SID: secrets.twilioAccountSid,
    TWILIO_AUTH_TOKEN: secrets.twilioAuthToken,
    TWILIO_FROM: '+15005550006',
    TWILIO_URL: places.simulatorUrl,
    TWILIO_VERIFY_SERVICE: secrets.twilioVerifyService,
    // The simulator has one template, registered for localhost.
    TWILIO_VERIFY_TEMPLATE: `HJ${'0'.repeat(32)}`,
    TWILIO_VERIFY_URL: places.simulatorUrl,
    SMTP_URL: `smtp://127.0.0.1:${places.smtpPort}`,
    MAIL_FROM: 'Partner portal <portal@portal.example>',
  }
}

export function simulatorEnvironment(secrets: Secrets, places: Places) {
  return {
    SIMULATOR_PORT: new URL(places.simulatorUrl).port,
    SMTP_PORT: String(places.smtpPort),
    AUTHY_API_KEY: secrets.authyApiKey,
    TWILIO_ACCOUNT_SID: secrets.twilioAccountSid,
    TWILIO_AUTH_TOKEN: secrets.twilioAuthToken,
    TWILIO_VERIFY_SERVICE: secrets.twilioVerifyService,
    CALLBACK_URL: `${places.portalUrl}/api/authy/callback`,
  }
}

export function requireWritable(directory: string) {
  try {
    makeFolder(directory)
    accessSync(directory, constants.W_OK | constants.X_OK)
  } catch {
    throw new Problem(
      `The folder ${directory} is not writable. Make it writable, or set DATA_DIR to another folder.`,
    )
  }
}

/** Level by level: where the system rejects new folders, as below /proc, Node's recursive option never returns. */
function makeFolder(directory: string) {
  if (existsSync(directory)) return
  makeFolder(dirname(directory))
  mkdirSync(directory)
}

function readPort(variable: string, fallback: number) {
  const port = Number(process.env[variable] || fallback)
  if (Number.isInteger(port) && port > 0 && port < 65_000) return port
  throw new Problem(`${variable} must be a port number between 1 and 64999, not "${process.env[variable]}".`)
}

function newSecrets() {
  const secret = () => randomBytes(32).toString('base64url')
  return {
    session: secret(),
    pending: secret(),
    pepper: secret(),
    proof: secret(),
    factor: secret(),
    authyApiKey: secret(),
    twilioAccountSid: `AC${randomBytes(16).toString('hex')}`,
    twilioAuthToken: secret(),
    twilioVerifyService: `VA${randomBytes(16).toString('hex')}`,
    postgres: secret(),
    owner: secret(),
    app: secret(),
  }
}
