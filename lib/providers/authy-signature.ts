import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { ok, type Result, refuse } from '@/lib/result'

type AuthyCallback = {
  /** The caller stores it under a unique key, since a nonce seen before is a replay. */
  nonce: string
  vendorRequestId: string
  vendorUserId: string
  status: 'approved' | 'denied'
}

type CallbackRefusal =
  | 'too-large'
  | 'malformed'
  | 'too-deep'
  | 'unsigned'
  | 'wrong-signature'
  | 'stale'
  | 'unknown-action'
  | 'incomplete'

/** `url` is the configured callback address, never the request's. A valid callback is still only a hint. */
export function readAuthyCallback(input: {
  key: string
  url: string
  headers: Headers
  rawBody: string
  now: Date
}): Result<AuthyCallback, CallbackRefusal> {
  if (Buffer.byteLength(input.rawBody) > 32 * 1024) return refuse('too-large')

  const params = jsonObject(input.rawBody)
  if (!params) return refuse('malformed')
  if (!isWithinDepth(params, 8)) return refuse('too-deep')

  const signature = onlyValue(input.headers, 'x-authy-signature')
  const nonce = onlyValue(input.headers, 'x-authy-signature-nonce')
  if (!signature || !nonce) return refuse('unsigned')

  const { key, url } = input
  if (!verifyAuthySignature({ key, method: 'POST', url, nonce, params, signature }))
    return refuse('wrong-signature')
  if (isStale(nonce, input.now)) return refuse('stale')
  if (params.callback_action !== 'approval_request_status') return refuse('unknown-action')

  const callback = callbackBody.safeParse(params)
  if (!callback.success) return refuse('incomplete')

  const { uuid, authy_id, status, approval_request } = callback.data
  if (approval_request.transaction.status !== status) return refuse('incomplete')
  return ok({ nonce, vendorRequestId: uuid, vendorUserId: String(authy_id), status })
}

export function verifyAuthySignature(call: {
  key: string
  method: string
  url: string
  nonce: string
  params: unknown
  signature: string
}): boolean {
  const text = [call.nonce, call.method, call.url, canonicalParams(call.params)].join('|')
  const expected = Buffer.from(createHmac('sha256', call.key).update(text).digest('base64'))
  const given = Buffer.from(call.signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Sorts keys by bytes on every object level; sorting the flat list breaks on two logos. */
export function canonicalParams(params: unknown): string {
  return pairsOf('', params)
    .map((pair) => new URLSearchParams([pair]).toString())
    .join('&')
}

function pairsOf(name: string, value: unknown): [string, string][] {
  if (value === null) return [[name, '']]
  if (Array.isArray(value)) return value.flatMap((element) => pairsOf(`${name}[]`, element))
  if (typeof value !== 'object') return [[name, String(value)]]

  return Object.entries(value)
    .sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .flatMap(([key, inner]) => pairsOf(name === '' ? key : `${name}[${key}]`, inner))
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) ? parsed : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWithinDepth(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => isWithinDepth(inner, levels - 1))
}

function onlyValue(headers: Headers, name: string): string | null {
  const value = headers.get(name)
  return value && value.length <= 128 && !value.includes(',') ? value : null
}

/** Nonces are seconds since 1970, sometimes with a fraction; any other form has no age. */
function isStale(nonce: string, now: Date): boolean {
  const isNumeric = /^\d+(\.\d+)?$/.test(nonce)
  return isNumeric && Math.abs(Number(nonce) * 1000 - now.getTime()) > 10 * 60 * 1000
}

/** Accepts numbers where Authy documents text: real callbacks contain them. */
const callbackBody = z.object({
  uuid: z.string().regex(/^[\w-]{8,64}$/),
  authy_id: z.union([z.int().positive(), z.string().regex(/^\d{1,20}$/)]),
  status: z.enum(['approved', 'denied']),
  approval_request: z.object({ transaction: z.object({ status: z.string() }) }),
})
