import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSecrets } from '@/scripts/settings'

const own = { ...process.env }

const production = {
  PORTAL_PROFILE: 'production',
  PORTAL_URL: 'https://portal.example',
  DATABASE_URL: 'postgres://portal_app@db.internal:5432/portal',
  AUTHY_URL: 'https://api.authy.com',
  TWILIO_URL: 'https://api.twilio.com',
  TWILIO_VERIFY_URL: 'https://verify.twilio.com',
  PASSWORD_COST: '12',
}

beforeEach(() => {
  vi.resetModules()
  Object.assign(process.env, production)
})
afterEach(() => {
  Object.assign(process.env, own)
})

const start = (settings: Record<string, string>) => {
  Object.assign(process.env, settings)
  return import('@/lib/env')
}

test('a portal with production settings starts', async () => {
  expect((await start({})).env.PORTAL_URL).toBe('https://portal.example')
})

test.each([
  ['a stand-in for the vendor', { AUTHY_URL: 'http://127.0.0.1:4000' }, 'AUTHY_URL'],
  [
    'another host that looks like the vendor',
    { AUTHY_URL: 'https://api.authy.com.evil.example' },
    'AUTHY_URL',
  ],
  ['a stand-in for the vendor of texts', { TWILIO_URL: 'http://127.0.0.1:4000' }, 'TWILIO_URL'],
  [
    'a stand-in for the vendor of tokens',
    { TWILIO_VERIFY_URL: 'http://127.0.0.1:4000' },
    'TWILIO_VERIFY_URL',
  ],
  [
    'the vendor of tokens without encryption',
    { TWILIO_VERIFY_URL: 'http://verify.twilio.com' },
    'TWILIO_VERIFY_URL',
  ],
  ['a service that is none', { TWILIO_VERIFY_SERVICE: 'MG0123' }, 'TWILIO_VERIFY_SERVICE'],
  ['an account that is none', { TWILIO_ACCOUNT_SID: 'SK0123' }, 'TWILIO_ACCOUNT_SID'],
  ['no token for texts', { TWILIO_AUTH_TOKEN: '' }, 'TWILIO_AUTH_TOKEN'],
  ['a sender that is no number', { TWILIO_FROM: 'Portal' }, 'TWILIO_FROM'],
  ['the demo on a database elsewhere', { PORTAL_PROFILE: 'demo' }, 'PORTAL_PROFILE'],
  [
    'the demo on a database elsewhere that says it is here',
    { PORTAL_PROFILE: 'demo', DATABASE_URL: 'postgres://portal_app@localhost/portal?host=db.internal' },
    'PORTAL_PROFILE',
  ],
  ['the tests on a database elsewhere', { PORTAL_PROFILE: 'test' }, 'PORTAL_PROFILE'],
  ['plain http', { PORTAL_URL: 'http://portal.example' }, 'PORTAL_URL'],
  ['a cheap hash', { PASSWORD_COST: '10' }, 'PASSWORD_COST'],
  ['a short secret', { SESSION_SECRETS: 'short' }, 'SESSION_SECRETS'],
])('with %s it does not start, and says which setting', async (_, settings, name) => {
  await expect(start(settings)).rejects.toThrow(name)
})

test('texts may come from a messaging service', async () => {
  const TWILIO_FROM = `MG${'0a'.repeat(16)}`
  expect((await start({ TWILIO_FROM })).env.TWILIO_FROM).toBe(TWILIO_FROM)
})

test('a portal without a service of Twilio Verify starts, with the vendor’s address', async () => {
  for (const name of ['TWILIO_VERIFY_SERVICE', 'TWILIO_VERIFY_URL']) delete process.env[name]
  const { env } = await import('@/lib/env')
  expect(env.TWILIO_VERIFY_SERVICE).toBeUndefined()
  expect(env.TWILIO_VERIFY_URL).toBe('https://verify.twilio.com')
})

test('the complaint never shows a value', async () => {
  const complaint = await start({ PASSWORD_PEPPER: 'a short secret' }).catch(String)
  expect(complaint).toContain('PASSWORD_PEPPER')
  expect(complaint).not.toContain('a short secret')
})

test('a data directory of an earlier version keeps its secrets and gets those it lacks', () => {
  const directory = mkdtempSync(join(tmpdir(), 'secrets-'))
  const file = join(directory, 'secrets.json')
  writeFileSync(file, JSON.stringify({ session: 'an old session secret', owner: 'an old password' }))

  const secrets = readSecrets(directory)
  expect(secrets).toMatchObject({ session: 'an old session secret', owner: 'an old password' })
  expect(secrets.twilioAccountSid).toMatch(/^AC[0-9a-f]{32}$/)
  expect(secrets.twilioVerifyService).toMatch(/^VA[0-9a-f]{32}$/)
  expect(readSecrets(directory)).toEqual(secrets)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(secrets)
  rmSync(directory, { recursive: true })
})
