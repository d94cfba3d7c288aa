import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const own = { ...process.env }

const production = {
  PORTAL_PROFILE: 'production',
  PORTAL_URL: 'https://portal.example',
  DATABASE_URL: 'postgres://portal_app@db.internal:5432/portal',
  AUTHY_URL: 'https://api.authy.com',
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

test('the complaint never shows a value', async () => {
  const complaint = await start({ PASSWORD_PEPPER: 'a short secret' }).catch(String)
  expect(complaint).toContain('PASSWORD_PEPPER')
  expect(complaint).not.toContain('a short secret')
})
