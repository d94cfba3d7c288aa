import { createHash, createHmac, randomBytes } from 'node:crypto'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { takeFault } from './faults'
import { codeLength, friendlyName, isoTime, statusOf } from './verify-answers'
import type { Verification, World } from './world'

const patienceMs = 5000
const keptCallbacks = 1000

/**
 * Twilio reports every change of a verification through its event stream: a list of one event as JSON, signed over the
 * address, which carries the hash of the body. That a verification was deleted is not reported.
 */
export async function sendEvent(world: World, verification: Verification): Promise<void> {
  const { eventsUrl, authToken } = world.settings.twilio
  const status = statusOf(world, verification)
  if (eventsUrl === undefined || status === 'deleted') return
  const fault = takeFault(world, 'verify-event', { digits: verification.digits })?.fault
  if (fault === 'none') return

  const id = `EZ${randomBytes(16).toString('hex')}`
  const body = JSON.stringify([eventOf(world, verification, { id, status })])
  const url = new URL(eventsUrl)
  url.searchParams.set('bodySHA256', createHash('sha256').update(body).digest('hex'))
  const key = fault === 'wrong-key' ? 'the token of somebody else' : authToken
  const signature = createHmac('sha1', key).update(url.href).digest('base64')

  const call: Sent = {
    url,
    body: fault === 'other-body' ? body.replace(verification.to, '+12025550100') : body,
    headers: fault === 'no-header' ? {} : { 'X-Twilio-Signature': signature },
  }
  await post(world, id, call)
  if (fault === 'replayed') await post(world, id, call)
}

type Sent = { url: URL; body: string; headers: Record<string, string> }

async function post(world: World, id: string, { url, body, headers }: Sent): Promise<void> {
  let status: number | null = null
  let problem: string | null = null
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    status = response.status
    await response.body?.cancel()
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error)
  }
  world.callbacks.push({ uuid: id, status, problem, at: new Date(world.clock.now()).toISOString() })
  world.callbacks.splice(0, world.callbacks.length - keptCallbacks)
}

function eventOf(world: World, verification: Verification, { id, status }: { id: string; status: string }) {
  const { accountSid, verifyService } = world.settings.twilio
  return {
    specversion: '1.0',
    type: `com.twilio.accountsecurity.verify.verification.${status.replaceAll('_', '-')}`,
    source: verification.sid,
    id,
    dataschema: 'https://events-schemas.twilio.com/AccountSecurity.VerifyEventStreamEvent/3',
    datacontenttype: 'application/json',
    time: isoTime(verification.updatedAt),
    data: {
      account_sid: accountSid,
      service_sid: verifyService,
      verification_sid: verification.sid,
      friendly_name: friendlyName,
      custom_code_enabled: false,
      custom_friendly_name: friendlyName,
      created_at: isoTime(verification.createdAt),
      ...(status === 'approved' && { verified_at: isoTime(verification.updatedAt) }),
      to: verification.to,
      verification_status: status.toUpperCase(),
      country: parsePhoneNumberFromString(verification.to)?.country ?? null,
      code_length: codeLength,
      send_code_attempts: {
        count: verification.sendings.length,
        attempts: verification.sendings.map(({ sid, channel, at }) => ({
          time: isoTime(at),
          channel: channel.toUpperCase(),
          attempt_sid: sid,
        })),
      },
    },
  }
}
