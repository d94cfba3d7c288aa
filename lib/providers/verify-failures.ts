import { z } from 'zod'
import type { VendorFailure } from './second-factor'

/** `settings`: our account or service is wrong. `blocked`: the vendor suspects fraud or bars the country. */
export type VerifyAlarm = 'settings' | 'blocked'

type Meaning = { failure: VendorFailure; alarm: VerifyAlarm | null }

const no: Meaning = { failure: 'invalid', alarm: null }
const slower: Meaning = { failure: 'throttled', alarm: null }
const down: Meaning = { failure: 'provider-down', alarm: null }
const misconfigured: Meaning = { failure: 'provider-down', alarm: 'settings' }
const blocked: Meaning = { failure: 'invalid', alarm: 'blocked' }
const meaningless: Meaning = { failure: 'unclear', alarm: null }

/** Lists Twilio Verify's own error numbers; Authy gives the same numbers other meanings. */
const meanings: Partial<Record<number, Meaning>> = {
  20003: misconfigured, // wrong credentials
  20429: slower,
  60006: no, // the carrier does not know the number
  60200: no, // number or token has no valid form
  60201: misconfigured, // translation not approved
  60202: slower, // five checks, or a sending after them
  60203: slower, // five sendings
  60204: misconfigured, // feature not of this service
  60205: no, // landline
  60206: misconfigured, // service wants amounts and payees
  60207: slower, // a rate limit of our own service
  60208: misconfigured,
  60209: misconfigured,
  60210: misconfigured,
  60211: misconfigured,
  60212: slower, // too many at once for one number
  60213: misconfigured,
  60214: misconfigured,
  60215: misconfigured,
  60216: misconfigured,
  60217: misconfigured,
  60218: misconfigured,
  60219: misconfigured,
  60220: misconfigured,
  60221: misconfigured,
  60222: misconfigured,
  60223: misconfigured, // texts switched off
  60238: blocked,
  60401: down,
  60410: blocked, // Fraud Guard, by prefix, for 12 hours
  60425: blocked,
  60605: blocked, // country
}

/** A 404 means an ended token when checking, and a missing service when sending. */
export function meaningOf(call: 'send' | 'check', status: number, body: unknown): Meaning {
  if (status < 400) return meaningless
  const code = vendorCode(body)
  if (code === 20_404 || (code === null && status === 404 && isAnswer(body)))
    return call === 'check' ? { failure: 'gone', alarm: null } : misconfigured

  const meaning = code === null ? undefined : meanings[code]
  if (meaning) return meaning
  if (status >= 500) return down
  return status === 429 ? slower : meaningless
}

export function vendorCode(body: unknown): number | null {
  const parsed = errorBody.safeParse(body)
  return parsed.success ? parsed.data.code : null
}

const errorBody = z.object({ code: z.int().min(10_000).max(99_999) })

/** A proxy's 404 page proves nothing about a token. */
function isAnswer(body: unknown): boolean {
  return typeof body === 'object' && body !== null
}
