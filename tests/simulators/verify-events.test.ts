import twilio from 'twilio'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startStubVendor } from '../providers/stub-vendor'
import { twilioAccount } from './in-process'
import { type Simulator, startSimulator } from './start-simulator'

const digits = '12025550173'
const to = `+${digits}`
const { accountSid, authToken, verifyService } = twilioAccount

let receiver: Awaited<ReturnType<typeof startStubVendor>>
let simulator: Simulator

beforeAll(async () => {
  receiver = await startStubVendor()
  simulator = await startSimulator({
    port: 0,
    smtpPort: 0,
    authyApiKey: 'k',
    twilio: { ...twilioAccount, eventsUrl: `${receiver.url}/events?of=verify` },
    callbackUrl: 'http://127.0.0.1:9/',
  })
})
beforeEach(async () => {
  await post('/reset', {})
  receiver.answers((response) => response.writeHead(204).end())
})
afterAll(() => Promise.all([receiver.stop(), simulator.stop()]))

const post = (path: string, body: object) =>
  fetch(simulator.url + path, { method: 'POST', body: JSON.stringify(body) })

function service() {
  const client = twilio(accountSid, authToken, { timeout: 1000 })
  client.verify.baseUrl = simulator.url
  return client.verify.v2.services(verifyService)
}

const send = () => service().verifications.create({ to, channel: 'sms' })
const check = (code: string) => service().verificationChecks.create({ to, code })

async function heard(count: number) {
  await vi.waitFor(() => expect(receiver.calls.length).toBeGreaterThanOrEqual(count))
  return receiver.calls.map(({ url, headers, body }) => {
    const [event] = JSON.parse(body)
    const signature = String(headers['x-twilio-signature'] ?? '')
    return {
      type: String(event.type).split('.').at(-1),
      event,
      isSigned: twilio.validateRequestWithBody(authToken, signature, receiver.url + url, body),
    }
  })
}

describe('events about verifications', () => {
  it('are signed as the vendor’s own package expects, and are complete', async () => {
    const { sid } = await send()
    await service().verifications(sid).update({ status: 'approved' })
    await send()
    await service().verifications(to).update({ status: 'canceled' })
    const events = await heard(4)
    expect(events.map(({ type }) => type).sort()).toEqual(['approved', 'canceled', 'pending', 'pending'])
    expect(events.every(({ isSigned }) => isSigned)).toBe(true)
    expect(events.find(({ type }) => type === 'approved')?.event.data).toMatchObject({
      verification_sid: sid,
      to,
      verification_status: 'APPROVED',
      send_code_attempts: { count: 1 },
    })
  })

  it('report the end by time and by too many tries', async () => {
    await send()
    await post('/clock', { advanceSeconds: 600 })
    await send()
    for (let tries = 0; tries < 6; tries++) await check('0000').catch(() => undefined)
    const types = (await heard(4)).map(({ type }) => type).sort()
    expect(types).toEqual(['expired', 'max-attempts-reached', 'pending', 'pending'])
  })

  it.each(['no-header', 'wrong-key', 'other-body'])('with the fault %s are not signed', async (fault) => {
    await post('/faults', { route: 'verify-event', fault, digits })
    await send()
    expect(await heard(1)).toMatchObject([{ type: 'pending', isSigned: false }])
  })

  it('come twice, or not at all, when a test wants it', async () => {
    await post('/faults', { route: 'verify-event', fault: 'replayed', times: 1 })
    await send()
    const [first, second] = await heard(2)
    expect(second?.event.id).toBe(first?.event.id)

    await post('/faults', { route: 'verify-event', fault: 'none', times: 1 })
    await service().verifications(to).update({ status: 'canceled' })
    await send()
    expect((await heard(3)).map(({ type }) => type)).toEqual(['pending', 'pending', 'pending'])
  })
})
