import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { deviceReport } from './authy-answers'
import { answerPush, hexId } from './authy-pushes'
import { signCallback, signWithWrongSort } from './callback-signature'
import { type Fault, findFault, takeFault } from './faults'
import type { Answer } from './http'
import { type AuthyUser, type Push, phoneOf, type World } from './world'

type Body = Record<string, unknown>
type Prepared = { method: 'GET' | 'POST'; headers: Record<string, string>; body: Body }

const patienceMs = 5000
const keptCallbacks = 1000

/** Calls the portal when a person has answered. The portal may be away: then it must poll, as with the real vendor. */
export async function sendCallback(world: World, push: Push): Promise<void> {
  const fault = takeFault(world, 'callback', { digits: push.digits })
  await sleep(delayMs(world, push, fault), undefined, { ref: false })
  if (fault?.fault === 'none') return

  const prepared = prepare(world, push, fault?.fault)
  if (fault?.fault === 'parallel') {
    await Promise.all([deliver(world, push, prepared), deliver(world, push, prepare(world, push, undefined))])
    return
  }
  await deliver(world, push, prepared)
  if (fault?.fault === 'replayed') await deliver(world, push, prepared)
}

/** The fault "early": the person is faster than the vendor's answer to the one who asked. */
export async function sendEarlyApproval(world: World, user: AuthyUser, answer: Answer): Promise<void> {
  const isEarly = findFault(world, 'callback', { digits: user.digits })?.fault === 'early'
  const [uuid] = phoneOf(world, user.digits).pushes
  const push = world.pushes.get(uuid ?? '')
  if (!isEarly || answer.status !== 200 || !push) return
  answerPush(world, push, 'approved')
  await sendCallback(world, push)
}

function prepare(world: World, push: Push, fault: string | undefined): Prepared {
  const { authyApiKey, callbackUrl } = world.settings
  const body = bend(world, callbackBody(world, push), fault)
  const method = fault === 'get' ? 'GET' : 'POST'
  const params = method === 'GET' ? outerFields(body) : body
  const nonce = `${(Date.now() / 1000).toFixed(3)}${randomBytes(3).readUIntBE(0, 3)}`
  const key = fault === 'wrong-key' ? 'the key of somebody else' : authyApiKey
  const sign = fault === 'wrong-sort' ? signWithWrongSort : signCallback
  const signature = sign({ key, nonce, method, url: callbackUrl, params })
  const headers = { 'X-Authy-Signature': signature, 'X-Authy-Signature-Nonce': nonce }
  return { method, headers: fault === 'no-header' ? {} : headers, body: params }
}

async function deliver(world: World, push: Push, { method, headers, body }: Prepared): Promise<void> {
  const target = new URL(world.settings.callbackUrl)
  if (method === 'GET') target.search = new URLSearchParams(Object.entries(body).map(asText)).toString()
  let status: number | null = null
  let problem: string | null = null
  try {
    const response = await fetch(target, {
      method,
      headers: { ...headers, ...(method === 'POST' ? { 'Content-Type': 'application/json' } : {}) },
      body: method === 'POST' ? JSON.stringify(body) : undefined,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    status = response.status
    await response.body?.cancel()
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error)
  }
  world.callbacks.push({ uuid: push.uuid, status, problem, at: new Date(world.clock.now()).toISOString() })
  world.callbacks.splice(0, world.callbacks.length - keptCallbacks)
}

function delayMs(world: World, push: Push, fault: Fault | undefined): number {
  if (fault?.fault !== 'late' || fault.delayMs !== undefined) return fault?.delayMs ?? 0
  return Math.max(0, (push.expiresAt ?? 0) - world.clock.now()) + 1000
}

function callbackBody(world: World, push: Push): Body {
  const seconds = (time: number) => Math.floor(time / 1000)
  const device = deviceReport(world, phoneOf(world, push.digits))
  return {
    authy_id: push.authyId,
    device_uuid: device.id,
    callback_action: 'approval_request_status',
    uuid: push.uuid,
    status: push.answer,
    approval_request: {
      transaction: {
        details: push.details,
        device_details: {},
        device_geolocation: null,
        device_signing_time: seconds(push.answeredAt ?? 0),
        encrypted: false,
        flagged: false,
        hidden_details: push.hiddenDetails,
        message: push.message,
        reason: null,
        requester_details: null,
        status: push.answer,
        uuid: push.uuid,
        created_at_time: seconds(push.createdAt),
        customer_uuid: null,
      },
      expiration_timestamp: push.expiresAt === null ? 0 : seconds(push.expiresAt),
      logos: push.logos,
      app_id: hexId('application'),
    },
    signature: randomBytes(256).toString('base64'),
    device: {
      ...device,
      enabled_unlock_methods: ['pin'],
      last_unlock_method_used: 'pin',
      last_unlock_date: seconds(push.answeredAt ?? 0),
      multidevice_enabled: true,
      multidevice_updated_at: null,
    },
  }
}

function bend(world: World, body: Body, fault: string | undefined): Body {
  if (fault === 'other-uuid') return { ...body, uuid: randomUUID() }
  if (fault === 'other-person') return { ...body, authy_id: otherPerson(world, body) }
  if (fault === 'test-button') return outerFields(body)
  if (fault === 'wrong-sort')
    return { ...body, approval_request: withTwoLogos(Object(body.approval_request)) }
  return body
}

function otherPerson(world: World, body: Body): number {
  return [...world.users.keys()].find((id) => id !== body.authy_id) ?? 10_000_001
}

/** The two sorts differ only where there is a list of objects. */
function withTwoLogos(request: Body): Body {
  const logo = (res: string) => ({ res, url: `https://portal.example/${res}.png` })
  return { ...request, logos: [logo('default'), logo('med')] }
}

function outerFields({ authy_id, device_uuid, callback_action, uuid, status }: Body): Body {
  return { authy_id, device_uuid, callback_action, uuid, status }
}

function asText([name, value]: [string, unknown]): [string, string] {
  return [name, String(value)]
}
