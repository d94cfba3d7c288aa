import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type VerifyTrouble, verifyTokenTexts } from '@/lib/providers/token-texts.verify'
import { empty, hangUp, html, json, redirect, silence, startStubVendor, trickle } from './stub-vendor'

type Vendor = Awaited<ReturnType<typeof startStubVendor>>
let vendor: Vendor
let elsewhere: Vendor
let troubles: VerifyTrouble[]

beforeAll(async () => {
  vendor = await startStubVendor()
  elsewhere = await startStubVendor()
})
afterAll(() => Promise.all([vendor.stop(), elsewhere.stop()]))
beforeEach(() => {
  troubles = []
})

const accountSid = `AC${'1a'.repeat(16)}`
const serviceSid = `VA${'2b'.repeat(16)}`
const sid = `VE${'3c'.repeat(16)}`
const mobileNumber = '+12025550191'
const account = { accountSid, authToken: 'stub-token', serviceSid }

function texts(baseUrl = vendor.url, timeoutMs = vendor.patienceMs) {
  const report = (trouble: VerifyTrouble) => troubles.push(trouble)
  return verifyTokenTexts({ ...account, baseUrl, timeoutMs, report })
}

const calls = {
  send: () => texts().send(mobileNumber),
  check: () => texts().check({ mobileNumber, verificationId: sid }, '123456'),
}
const everyCall = Object.entries(calls)
const body = {
  ...{ sid, service_sid: serviceSid, account_sid: accountSid, to: mobileNumber, channel: 'sms' },
  ...{ valid: true, date_created: '2026-11-24T09:00:00Z', date_updated: '2026-11-24T09:00:00Z' },
}
const error = (code: unknown, status: number) => ({ code, status, message: 'No', more_info: '' })

describe('whatever Twilio Verify does', () => {
  test.each(everyCall)('%s asks once and is not fooled by odd answers', async (_, call) => {
    for (const [answer, failure] of [
      [empty, 'unclear'],
      [html(200), 'unclear'],
      [json(200, null), 'unclear'],
      [json(200, []), 'unclear'],
      [json(200, 'approved'), 'unclear'],
      [json(202, { ...body, status: 'approved' }), 'unclear'],
      [json(203, { ...body, status: 'pending' }), 'unclear'],
      [html(400), 'unclear'],
      [html(404), 'unclear'],
      [json(400, error('60200', 400)), 'unclear'],
      [json(400, error(60_999, 400)), 'unclear'],
      [json(451, error(null, 451)), 'unclear'],
      [html(429), 'throttled'],
      [html(500), 'provider-down'],
      [html(503), 'provider-down'],
      [json(500, { ...body, status: 'approved' }), 'provider-down'],
      [json(401, error(20_003, 401)), 'provider-down'],
    ] as const) {
      vendor.answers(answer)
      expect(await call()).toEqual({ ok: false, failure })
      expect(vendor.calls).toHaveLength(1)
    }
  })

  test('only "approved" is a yes', async () => {
    vendor.answers(json(200, { ...body, status: 'approved', valid: false }))
    expect(await calls.check()).toEqual({ ok: true, value: undefined })
    for (const [status, failure] of [
      ['pending', 'invalid'],
      ['max_attempts_reached', 'throttled'],
      ['canceled', 'gone'],
      ['expired', 'gone'],
      ['deleted', 'gone'],
      ['failed', 'gone'],
      ['approved ', 'unclear'],
      ['Approved', 'unclear'],
      ['constructor', 'unclear'],
      [true, 'unclear'],
      [['approved'], 'unclear'],
      [undefined, 'unclear'],
    ] as const) {
      vendor.answers(json(200, { ...body, status }))
      expect(await calls.check(), String(status)).toEqual({ ok: false, failure })
    }
  })

  test.each(['sid', 'to', 'service_sid', 'account_sid', 'channel'])(
    'an approval without our %s is none',
    async (field) => {
      for (const value of [undefined, null, '', 'another']) {
        vendor.answers(json(200, { ...body, status: 'approved', [field]: value }))
        expect(await calls.check()).toEqual({ ok: false, failure: 'unclear' })
      }
    },
  )

  test('an approval for another number is reported as such', async () => {
    vendor.answers(json(200, { ...body, status: 'approved', to: '+12025550199' }))
    await calls.check()
    expect(troubles).toMatchObject([{ isWrongPerson: true }])
  })

  test('a 404 of the API ends a token, and a sending it only when the service is missing', async () => {
    for (const answer of [json(404, error(20_404, 404)), json(404, {})]) {
      vendor.answers(answer)
      expect(await calls.check()).toEqual({ ok: false, failure: 'gone' })
      expect(await calls.send()).toEqual({ ok: false, failure: 'provider-down' })
    }
  })

  test('errors in the newer form of the vendor are read too', async () => {
    const problem = { type: 'x', title: 'No', status: 429, code: 60_202 }
    vendor.answers(json(429, problem))
    expect(await calls.check()).toEqual({ ok: false, failure: 'throttled' })
    expect(troubles).toEqual([
      { call: 'check', failure: 'throttled', status: 429, vendorCode: 60_202, alarm: null },
    ])
  })

  test.each(everyCall)('%s does not follow a redirect', async (_, call) => {
    elsewhere.answers(json(200, { ...body, status: 'approved' }))
    vendor.answers(redirect(`${elsewhere.url}/stolen`))
    expect(await call()).toEqual({ ok: false, failure: 'unclear' })
    expect(elsewhere.calls).toEqual([])
    expect(vendor.calls).toHaveLength(1)
  })

  test.each([
    ['send', 'unclear'],
    ['check', 'provider-down'],
  ] as const)('%s ends in time without an answer, and is not repeated', async (name, failure) => {
    for (const answer of [silence, trickle, hangUp]) {
      vendor.answers(answer)
      const start = performance.now()
      expect(await calls[name]()).toEqual({ ok: false, failure })
      expect(performance.now() - start).toBeLessThan(10_000)
      expect(vendor.calls).toHaveLength(1)
    }
  })

  test('nothing is said to have been sent when nobody listens', async () => {
    const down = await startStubVendor()
    await down.stop()
    expect(await texts(down.url).send(mobileNumber)).toEqual({ ok: false, failure: 'provider-down' })
  })

  test('a region or proxy of the environment does not change where a token is sent', async () => {
    for (const name of ['TWILIO_EDGE', 'TWILIO_REGION']) vi.stubEnv(name, 'sydney')
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY']) vi.stubEnv(name, elsewhere.url)
    elsewhere.answers(json(200, { ...body, status: 'approved' }))
    vendor.answers(json(200, { ...body, status: 'approved' }))
    const named = texts(vendor.url.replace('127.0.0.1', 'localhost'))
    const check = await named.check({ mobileNumber, verificationId: sid }, '123456')
    vi.unstubAllEnvs()
    expect(check.ok).toBe(true)
    expect(elsewhere.calls).toEqual([])
  })

  test('no answer and no report contains the token, the number or the credentials', async () => {
    const seen: unknown[] = []
    const wordy = { ...error(20_003, 401), message: `${mobileNumber} 123456 stub-token` }
    const answers = [empty, html(500), json(401, wordy), json(200, mobileNumber), hangUp, silence, trickle]
    for (const answer of answers) {
      for (const [, call] of everyCall) {
        vendor.answers(answer)
        seen.push(await call())
      }
    }
    expect(troubles).toHaveLength(14)
    expect(JSON.stringify([seen, troubles])).not.toMatch(/2025550191|123456|stub-token|Basic|VE3c/)
  })
})
