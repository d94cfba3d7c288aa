import type { VendorWords } from './faults'
import type { Answer } from './http'
import type { Phone, World } from './world'

/** HTTP status and text of the error numbers that the simulator gives; where the vendor documents no status, 400. */
const known: Record<string, { status: number; message: string }> = {
  '60001': { status: 401, message: 'Invalid API key' },
  '60003': { status: 429, message: 'Too many requests were made in the last hour' },
  '60015': { status: 503, message: 'SMS token was not sent' },
  '60017': { status: 503, message: 'User is suspended' },
  '60019': { status: 401, message: 'Token is invalid. Token was used recently' },
  '60020': { status: 401, message: 'Token is invalid' },
  '60022': { status: 401, message: 'Verification code is incorrect' },
  '60026': { status: 404, message: 'User not found.' },
  '60027': { status: 400, message: 'User was not valid' },
  '60033': { status: 400, message: 'Phone number is invalid' },
  '60049': { status: 404, message: 'Approval request not found.' },
  '60050': { status: 400, message: 'User does not have the OneTouch app.' },
  '60080': { status: 400, message: 'Approval request is not valid.' },
  '60083': { status: 503, message: 'The application is not provisioned for OneTouch.' },
  '60097': { status: 400, message: 'A change of the phone number is in progress.' },
}

/** Error numbers travel as text, and some fields appear twice. */
export function vendorError(code: string, fields: Record<string, string> = {}): Answer {
  const { status, message } = known[code] ?? { status: 400, message: `Error ${code}` }
  const errors = code === '60049' ? {} : { ...fields, message }
  return { status, body: { message, success: false, errors, ...fields, error_code: code } }
}

export const authyWords: VendorWords = {
  busy: () => vendorError('60003'),
  broken: () => ({ ...vendorError('60000'), status: 500 }),
  error: (code) => (/^60\d{3}$/.test(code) ? vendorError(code, fieldsOf(code)) : undefined),
}

function fieldsOf(code: string): Record<string, string> {
  return code === '60027' ? { cellphone: 'is invalid' } : {}
}

export function wrongToken(code: '60019' | '60020'): Answer {
  const answer = vendorError(code)
  return { ...answer, body: { token: 'is invalid', ...Object(answer.body) } }
}

/** The success flag of this one answer is text, not a boolean. */
export const validToken = { message: 'Token is valid.', token: 'is valid', success: 'true' }

export const notFoundPage: Answer = {
  status: 404,
  body: '<!doctype html><title>404</title><p>The requested URL was not found. See the API documentation.</p>',
}

export function maskedCellphone(countryCode: number, digits: string): string {
  return `+${countryCode}-XXX-XXX-XX${digits.slice(-2)}`
}

/** `last_account_recovery_at` is how an application learns that a recovered account is speaking. */
export function deviceReport(world: World, phone: Phone) {
  const seconds = (time: number) => Math.floor(time / 1000)
  const recovered = phone.recoveryAt !== null && phone.recoveryAt <= world.clock.now()
  return {
    id: Number(phone.digits.slice(-7)) + 1_000_000,
    os_type: 'ios',
    registration_date: seconds(phone.knownSince),
    registration_method: 'push',
    registration_country: 'US',
    registration_region: 'District of Columbia',
    registration_city: 'Washington',
    country: 'US',
    region: 'District of Columbia',
    city: 'Washington',
    ip: '192.0.2.10',
    last_account_recovery_at: recovered ? seconds(phone.recoveryAt ?? 0) : null,
    last_sync_date: seconds(world.clock.now()),
  }
}
