import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

type SignedCall = {
  /** The primary token of the account: Twilio signs with no other. */
  authToken: string
  /** The configured public address without a query, never taken from the request. */
  url: string
  /** The received query, as it stands in the request: empty, or from the question mark on. */
  search: string
  headers: Headers
  rawBody: string
}

/**
 * Whether Twilio has signed this call, in constant time. The signature covers the address and either a form's fields or,
 * through `bodySHA256` in the query, the bytes of any other body. A body that neither covers is refused.
 *
 * It holds no time and no nonce, and names and values of a form are joined without a mark between them. So a signed call is only
 * ever a hint: the caller keeps each event's id under a unique key and asks Twilio for the state.
 */
export function isSignedByTwilio(call: SignedCall): boolean {
  if (Buffer.byteLength(call.rawBody) > 32 * 1024) return false

  const signature = onlyValue(call.headers, 'x-twilio-signature')
  const text = coveredText(call)
  if (signature === null || text === null) return false
  // Twilio signs the address now with, now without the port that its scheme implies.
  const answers = addresses(call).map((address) => isSame(hmac(call.authToken, address + text), signature))
  return answers.includes(true)
}

/** What follows the address in the signed text; null where the body is not covered. */
function coveredText({ search, headers, rawBody }: SignedCall): string | null {
  const hashes = new URLSearchParams(search).getAll('bodySHA256')
  if (hashes.length > 0) {
    const [hash = '', ...others] = hashes
    const expected = createHash('sha256').update(rawBody).digest('hex')
    return others.length === 0 && isSame(expected, hash) ? '' : null
  }
  if (rawBody === '') return ''
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers.get('content-type') ?? '')
  return isForm ? joinedFields(new URLSearchParams(rawBody)) : null
}

/** Fields by name, nothing between name and value; of a name that comes often, each different value once, in order. */
function joinedFields(fields: URLSearchParams): string {
  return [...new Set(fields.keys())]
    .sort()
    .flatMap((name) => [...new Set(fields.getAll(name))].sort().map((value) => name + value))
    .join('')
}

function addresses({ url, search }: SignedCall): string[] {
  const { protocol, hostname, port, pathname } = new URL(url)
  const implied = protocol === 'https:' ? '443' : '80'
  const ports = port === '' ? ['', `:${implied}`] : [`:${port}`]
  return ports.map((one) => `${protocol}//${hostname}${one}${pathname}${search}`)
}

function hmac(key: string, text: string): string {
  return createHmac('sha1', key).update(text).digest('base64')
}

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** `Headers` joins repeated ones with a comma, and a signature never holds one. */
function onlyValue(headers: Headers, name: string): string | null {
  const value = headers.get(name)
  return value && value.length <= 128 && !value.includes(',') ? value : null
}
