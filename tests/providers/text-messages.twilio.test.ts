import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { twilioTexts } from '@/lib/providers/text-messages.twilio'
import { simulatorForTests, twilioAccount } from '../simulators/in-process'
import { empty, hangUp, html, json, redirect, silence, startStubVendor, trickle } from './stub-vendor'

const rig = simulatorForTests()
const digits = '12025550161'
const to = `+${digits}`
const body = 'Your second step was reset. Not you? https://portal.example/stop/abc'
const first = { to, body, sentBefore: false }
const again = { to, body, sentBefore: true }

let refusals: { vendorCode: number }[]
let patienceMs: number
beforeEach(() => {
  refusals = []
  patienceMs = 30_000
})

function texter({ baseUrl = rig().simulator.url, from = '+15005550006', timeoutMs = patienceMs } = {}) {
  const report = (refusal: { vendorCode: number }) => refusals.push(refusal)
  return twilioTexts({ ...twilioAccount, from, baseUrl, timeoutMs, report })
}

function fault(route: string, name: string) {
  if (name.startsWith('hang')) patienceMs = 400
  return rig().post('/faults', { route, fault: name, digits })
}
const received = async () => {
  const messages: { body: string }[] = Object(await rig().get(`/phones/${digits}/messages`))
  return messages.map((message) => message.body)
}
const asked = async (route: string) => Object(await rig().get(`/requests?route=${route}`)).length

describe('a text', () => {
  test('arrives on the phone of its number', async () => {
    expect(await texter().send(first)).toBe('sent')
    expect(await received()).toEqual([body])
    expect(await asked('text-list')).toBe(0)
  })

  test.each([
    'He said "no" & it\'s 100 % <b>off</b> + more = fun; tab\there',
    'Zeile eins\nZeile zwei\r\n\n– „Ende“ … ’',
    'नमस्ते 👩‍👩‍👧 🔐 \\u0041 %2B',
  ])('arrives unchanged: %j', async (odd) => {
    expect(await texter().send({ to, body: odd, sentBefore: false })).toBe('sent')
    expect(await received()).toEqual([odd])
    expect(await texter().send({ to, body: odd, sentBefore: true })).toBe('sent')
    expect(await received()).toEqual([odd])
  })

  test('can be sent by a messaging service', async () => {
    const from = `MG${'0a'.repeat(16)}`
    expect(await texter({ from }).send(first)).toBe('sent')
    const [request] = Object(await rig().get('/requests?route=text-create'))
    expect(request.body).toMatchObject({ MessagingServiceSid: from, SmartEncoded: 'false' })
    expect(request.body).not.toHaveProperty('From')
  })

  test.each(['21211', '21610', '21614'])('refused with %s is never tried again', async (code) => {
    await fault('text-create', code)
    expect(await texter().send(first)).toBe('refused')
    expect(refusals).toEqual([{ vendorCode: Number(code) }])
  })

  test('to a number that does not exist is refused', async () => {
    expect(await texter().send({ ...first, to: '+1202' })).toBe('refused')
  })

  test.each(['20003', '20404', '21606'])(
    'that fails with %s is our trouble, not the person’s',
    async (code) => {
      await fault('text-create', code)
      await expect(texter().send(first)).rejects.toThrow(code)
    },
  )

  test('with a wrong token of ours is not refused', async () => {
    const wrong = twilioTexts({
      ...twilioAccount,
      authToken: 'wrong',
      from: '+15005550006',
      baseUrl: rig().simulator.url,
      timeoutMs: patienceMs,
    })
    await expect(wrong.send(first)).rejects.toThrow('status 401, code 20003')
  })
})

describe('a text that may have left before', () => {
  test.each(['hang-after', 'reset-after'])('is not sent twice after %s', async (name) => {
    await fault('text-create', name)
    await expect(texter().send(first)).rejects.toThrow()
    await fetch(`${rig().simulator.url}/faults`, { method: 'DELETE' })
    expect(await texter().send(again)).toBe('sent')
    expect(await received()).toEqual([body])
    expect(await asked('text-create')).toBe(1)
  })

  test.each(['hang', 'reset', '500', '429'])('is sent when it had not, after %s', async (name) => {
    await fault('text-create', name)
    await expect(texter().send(first)).rejects.toThrow()
    await fetch(`${rig().simulator.url}/faults`, { method: 'DELETE' })
    expect(await texter().send(again)).toBe('sent')
    expect(await received()).toEqual([body])
  })

  test('is sent when only another text or phone got one, or the same one long ago', async () => {
    await texter().send({ ...first, body: `${body} ` })
    await texter().send({ ...first, to: '+12025550162' })
    await rig().post('/clock', { advanceSeconds: -25 * 3600 })
    await texter().send(first)
    await rig().post('/clock', { advanceSeconds: 25 * 3600 })
    expect(await texter().send(again)).toBe('sent')
    expect(await received()).toEqual([body, body, `${body} `])
  })

  test.each(['500', '429', 'reset', 'hang', 'html', 'empty', '302', '21211'])(
    'is not sent blindly when the look-up ends in %s',
    async (name) => {
      await fault('text-list', name)
      await expect(texter().send(again)).rejects.toThrow('Text not sent')
      expect(await asked('text-create')).toBe(0)
      expect(await received()).toEqual([])
    },
  )
})

describe('whatever Twilio does', () => {
  type Vendor = Awaited<ReturnType<typeof startStubVendor>>
  let vendor: Vendor
  let elsewhere: Vendor
  beforeAll(async () => {
    vendor = await startStubVendor()
    elsewhere = await startStubVendor()
  })
  afterAll(() => Promise.all([vendor.stop(), elsewhere.stop()]))

  const sid = `SM${'1b'.repeat(16)}`
  const created = { sid, to, body, status: 'queued', error_code: null }
  const past = { to, body, status: 'delivered', date_created: new Date().toUTCString() }
  const stub = (timeoutMs = vendor.patienceMs) => texter({ baseUrl: vendor.url, timeoutMs })

  test('a yes needs the sid, the number and a state before delivery', async () => {
    vendor.answers(json(201, created))
    expect(await stub().send(first)).toBe('sent')
    for (const changes of [
      { sid: 'x' },
      { sid: undefined },
      { to: '+12025550199' },
      { status: 'failed' },
      { status: undefined },
    ]) {
      vendor.answers(json(201, { ...created, ...changes }))
      await expect(stub().send(first), JSON.stringify(changes)).rejects.toThrow('Text not sent')
    }
  })

  test.each([
    ['nothing', empty],
    ['a page', html(200)],
    ['null', json(200, null)],
    ['a page with 400', html(400)],
    ['400 without a number', json(400, { message: 'No' })],
    ['400 with a number in words', json(400, { code: '21610', status: 400 })],
    ['408', json(408, { code: 21_610, status: 408 })],
    ['429', json(429, { code: 63_038, status: 429 })],
    ['500 with a number', json(500, { code: 21_610, status: 400 })],
    ['503', html(503)],
    ['a cut connection', hangUp],
  ])('%s is no answer, and it is asked once', async (_, answer) => {
    vendor.answers(answer)
    await expect(stub().send(first)).rejects.toThrow('Text not sent')
    expect(vendor.calls).toHaveLength(1)
  })

  test.each([
    ['silence', silence],
    ['a trickle', trickle],
  ])('%s ends in time, and nothing follows', async (_, answer) => {
    for (const text of [first, again]) {
      vendor.answers(answer)
      const start = performance.now()
      await expect(stub().send(text)).rejects.toThrow('Text not sent')
      expect(performance.now() - start).toBeLessThan(10_000)
      expect(vendor.calls).toHaveLength(1)
    }
  })

  test('the time is for look-up and sending together', async () => {
    const nothing = json(200, { messages: [] })
    vendor.answers((response) => {
      setTimeout(() => nothing(response), 250)
    })
    const start = performance.now()
    await expect(stub(300).send(again)).rejects.toThrow('no answer in time')
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  test('no redirect is followed', async () => {
    elsewhere.answers(json(201, created))
    for (const text of [first, again]) {
      vendor.answers(redirect(`${elsewhere.url}/2010-04-01/stolen`))
      await expect(stub().send(text)).rejects.toThrow('status 302')
      expect(vendor.calls).toHaveLength(1)
    }
    expect(elsewhere.calls).toEqual([])
  })

  test('a region or proxy of the environment does not change where a text is sent', async () => {
    for (const name of ['TWILIO_EDGE', 'TWILIO_REGION']) vi.stubEnv(name, 'sydney')
    vi.stubEnv('HTTP_PROXY', elsewhere.url)
    elsewhere.answers(json(201, created))
    vendor.answers(json(201, created))
    const named = texter({ baseUrl: vendor.url.replace('127.0.0.1', 'localhost') })
    expect(await named.send(first)).toBe('sent')
    expect(elsewhere.calls).toEqual([])
    vi.unstubAllEnvs()
  })

  test('an earlier text counts, and nothing is sent', async () => {
    vendor.answers(json(200, { messages: [past] }))
    expect(await stub().send(again)).toBe('sent')
    expect(vendor.calls.map(({ method }) => method)).toEqual(['GET'])
  })

  test.each([
    ['that failed', { status: 'failed' }],
    ['that was never delivered', { status: 'undelivered' }],
    ['of yesterday', { date_created: new Date(Date.now() - 25 * 3_600_000).toUTCString() }],
    ['to somebody else', { to: '+12025550199' }],
  ])('an earlier text %s does not count', async (_, changes) => {
    const listed = json(200, { messages: [{ ...past, ...changes }] })
    vendor.answers((response) => {
      const isQuestion = vendor.calls.at(-1)?.method === 'GET'
      return isQuestion ? listed(response) : json(201, created)(response)
    })
    expect(await stub().send(again)).toBe('sent')
    expect(vendor.calls.map(({ method }) => method)).toEqual(['GET', 'POST'])
  })

  test('an earlier text without a date is no answer', async () => {
    vendor.answers(json(200, { messages: [{ ...past, date_created: null }] }))
    await expect(stub().send(again)).rejects.toThrow('Text not sent')
    expect(vendor.calls).toHaveLength(1)
  })

  test('no message of an error holds the number, the text or the credentials', async () => {
    const said: string[] = []
    const wordy = { code: 20_003, message: `${to} ${body}`, status: 401 }
    for (const answer of [empty, html(500), json(401, wordy), json(200, body), hangUp, silence, trickle]) {
      for (const text of [first, again]) {
        vendor.answers(answer)
        said.push(await stub().send(text).catch(inFull))
      }
    }
    expect(said).toHaveLength(14)
    expect(said.join()).not.toMatch(/2025550161|second step|token-of|AC5e1f|Basic/)
  })
})

function inFull(error: Error): string {
  return [error.message, error.stack, JSON.stringify(error, Object.getOwnPropertyNames(error))].join()
}
