import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signCallback } from './callback-signature'
import { authyApiKey, pushStatus, simulatorForTests } from './in-process'

type Received = {
  method: string
  url: string
  nonce: string
  signature: string
  body: Record<string, unknown>
}

const digits = '12025550144'
const received: Received[] = []
const portal = http.createServer(async (request, response) => {
  const text = Buffer.concat(await request.toArray()).toString()
  received.push({
    method: request.method ?? '',
    url: request.url ?? '',
    nonce: String(request.headers['x-authy-signature-nonce'] ?? ''),
    signature: String(request.headers['x-authy-signature'] ?? ''),
    body: text ? JSON.parse(text) : {},
  })
  response.end()
})
beforeAll(() => new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve)))
afterAll(() => void portal.close())
beforeEach(() => {
  received.length = 0
})

const rig = simulatorForTests(() => callbackUrl())

describe('the callback after an answer', () => {
  it('comes signed, with the whole body', async () => {
    const { authyId, uuid } = await approve()
    const [call] = await callbacks(1)
    expect(call).toMatchObject({
      method: 'POST',
      body: { uuid, status: 'approved', authy_id: Number(authyId) },
    })
    expect(call?.body.device_uuid).toEqual(expect.any(Number))
    expect(call?.body.approval_request).toMatchObject({ transaction: { uuid, details: { Number: '42' } } })
    expect(isSignedRight(call)).toBe(true)
  })

  it.each(['no-header', 'wrong-key', 'wrong-sort'])(
    'is not to be believed with the fault %s',
    async (fault) => {
      await approve(fault)
      const [call] = await callbacks(1)
      expect(isSignedRight(call)).toBe(false)
    },
  )

  it.each([
    ['other-uuid', 'uuid'],
    ['other-person', 'authy_id'],
    ['test-button', 'approval_request'],
  ])('is signed but wrong with the fault %s', async (fault, field) => {
    const { authyId, uuid } = await approve(fault)
    const [call] = await callbacks(1)
    expect(isSignedRight(call)).toBe(true)
    const truth: Record<string, unknown> = {
      uuid,
      authy_id: Number(authyId),
      approval_request: expect.anything(),
    }
    expect(call?.body[field]).not.toEqual(truth[field])
  })

  it('comes twice with one nonce when replayed, and with two in parallel', async () => {
    await approve('replayed')
    const replayed = await callbacks(2)
    expect(replayed[0]?.nonce).toBe(replayed[1]?.nonce)
    received.length = 0
    await approve('parallel')
    const parallel = await callbacks(2)
    expect(parallel[0]?.nonce).not.toBe(parallel[1]?.nonce)
  })

  it('can come as a signed GET', async () => {
    const { uuid } = await approve('get')
    const [call] = await callbacks(1)
    const query = Object.fromEntries(new URL(call?.url ?? '', callbackUrl()).searchParams)
    expect(call?.method).toBe('GET')
    expect(query.uuid).toBe(uuid)
    expect(call?.signature).toBe(sign(call, query))
  })

  it('can come before the caller has the uuid', async () => {
    await setFault('early')
    await push()
    expect(received).toHaveLength(1)
    expect(await pushStatus(rig(), digits)).toBe('approved')
  })

  it('can be late, or never come', async () => {
    await rig().post('/faults', { route: 'callback', fault: 'late', delayMs: 200, digits })
    await approve()
    expect(received).toHaveLength(0)
    await callbacks(1)
    await approve('none')
    await vi.waitFor(async () => expect(await pushStatus(rig(), digits)).toBe('approved'))
    expect(received).toHaveLength(1)
  })
})

async function approve(fault?: string) {
  if (fault) await setFault(fault)
  const sent = await push()
  await rig().post(`/phones/${digits}/pushes/${sent.uuid}`, { answer: 'approve' })
  return sent
}

async function push() {
  const authyId = await rig().register(`+${digits}`)
  const { approval_request } = await rig().client.createApprovalRequest(
    { authyId, message: 'Sign in?', details: { visible: { Number: '42' } } },
    { ttl: 120 },
  )
  return { authyId, uuid: approval_request.uuid }
}

function setFault(fault: string) {
  return rig().post('/faults', { route: 'callback', fault, times: 1, digits })
}

function callbacks(count: number): Promise<Received[]> {
  return vi.waitFor(() => {
    expect(received).toHaveLength(count)
    return received.slice()
  })
}

function isSignedRight(call: Received | undefined): boolean {
  return call !== undefined && call.signature === sign(call, call.body)
}

function sign(call: Received | undefined, params: unknown): string {
  const method = call?.method === 'GET' ? 'GET' : 'POST'
  return signCallback({ key: authyApiKey, nonce: call?.nonce ?? '', method, url: callbackUrl(), params })
}

function callbackUrl(): string {
  const address: AddressInfo | string | null = portal.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/authy/callback`
}
