import { z } from 'zod'
import type { VendorFailure } from './second-factor'

/** Lists Authy's own error numbers; Twilio Verify gives the same numbers other meanings. */
const failures: Partial<Record<string, VendorFailure>> = {
  60003: 'throttled',
  60009: 'throttled',
  60010: 'throttled',
  60011: 'throttled',
  60012: 'throttled',
  60013: 'invalid', // country barred
  60016: 'not-registered',
  60019: 'reused',
  60020: 'invalid', // token
  60026: 'not-registered',
  60027: 'invalid', // person
  60033: 'invalid', // phone number
  60038: 'invalid', // e-mail
  60049: 'gone',
  60050: 'not-registered', // has no app
  60051: 'not-registered', // has no device
  60078: 'invalid', // country code
  60079: 'gone', // push no longer pending
  60082: 'invalid', // landline
  60115: 'invalid', // number opted out
}

export function failureOf(status: number, body: unknown): VendorFailure {
  if (status < 400) return 'unclear'
  return failures[vendorCode(body) ?? ''] ?? (status === 429 ? 'throttled' : 'provider-down')
}

export function vendorCode(body: unknown): string | null {
  const parsed = errorBody.safeParse(body)
  return parsed.success ? parsed.data.error_code : null
}

const errorBody = z.object({ error_code: z.coerce.string().regex(/^60\d{3}$/) })
