import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { empty, hangUp, html, json, redirect, silence, startStubVendor, trickle } from './stub-vendor'
import { approval, error, push, sentText, stubbedAuthy, validToken } from './stubbed-authy'

let elsewhere: Awaited<ReturnType<typeof startStubVendor>>

beforeAll(async () => {
  elsewhere = await startStubVendor()
})
afterAll(() => elsewhere.stop())

const { authy, calls, troubles, vendor } = stubbedAuthy()
const everyCall = Object.entries(calls)

describe('whatever Authy does', () => {
  const reachingPhone = new Set(['sendToken', 'startPush'])

  test.each(everyCall)('%s asks once and is not fooled by odd answers', async (_, call) => {
    for (const [answer, failure] of [
      [empty, 'unclear'],
      [html(200), 'unclear'],
      [json(201, { ...validToken, ...sentText, ...approval({}), user: { id: 1635 } }), 'unclear'],
      [html(500), 'provider-down'],
      [html(503), 'provider-down'],
      [html(429), 'throttled'],
      [html(404), 'provider-down'],
    ] as const) {
      vendor.answers(answer)
      expect(await call()).toMatchObject({ ok: false, failure })
      expect(vendor.calls).toHaveLength(1)
    }
  })

  test.each(everyCall)('%s does not follow a redirect', async (_, call) => {
    elsewhere.answers(json(200, { ...validToken, ...approval({}) }))
    vendor.answers(redirect(`${elsewhere.url}/stolen`))
    expect(await call()).toMatchObject({ ok: false, failure: 'unclear' })
    expect(elsewhere.calls).toEqual([])
    expect(vendor.calls).toHaveLength(1)
  })

  test.each(everyCall)('%s ends in time without an answer, and is not repeated', async (name, call) => {
    for (const answer of [silence, trickle, hangUp]) {
      vendor.answers(answer)
      const start = performance.now()
      const failure = reachingPhone.has(name) ? 'unclear' : 'provider-down'
      expect(await call()).toMatchObject({ ok: false, failure })
      expect(performance.now() - start).toBeLessThan(10_000)
      expect(vendor.calls).toHaveLength(1)
    }
  })

  test('nothing is said to have been sent when nobody listens', async () => {
    const gone = await startStubVendor()
    await gone.stop()
    expect(await authy(gone.url).sendToken('1635')).toEqual({ ok: false, failure: 'provider-down' })
    expect(await authy(gone.url).startPush('1635', push)).toEqual({ ok: false, failure: 'provider-down' })
  })

  test('a proxy of the environment does not see a stand-in on this machine', async () => {
    vi.stubEnv('HTTP_PROXY', elsewhere.url)
    elsewhere.answers(json(200, validToken))
    vendor.answers(json(200, validToken))
    expect(await calls.checkToken()).toMatchObject({ ok: true })
    expect(elsewhere.calls).toEqual([])
    vi.unstubAllEnvs()
  })

  test('no answer and no report contains the token, the key or the number', async () => {
    const seen: unknown[] = []
    for (const answer of [empty, html(500), json(200, validToken), json(401, error('60020')), silence]) {
      for (const [, call] of everyCall) {
        vendor.answers(answer)
        seen.push(await call())
      }
    }
    expect(JSON.stringify([seen, troubles])).not.toMatch(/123456|stub-key|2025550103|tess@/)
  })
})
