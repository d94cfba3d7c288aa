import { createHmac } from 'node:crypto'

type Pair = [name: string, value: string]

export type Signed = { key: string; nonce: string; method: 'GET' | 'POST'; url: string; params: unknown }

/** The vendor's signature over a OneTouch callback: base64 of HMAC-SHA256 over `nonce|METHOD|URL|params`. */
export function signCallback({ key, nonce, method, url, params }: Signed): string {
  return signText(key, [nonce, method, withoutQuery(url), canonicalParams(params)].join('|'))
}

/** Keys are sorted by their bytes at each level of the object; the elements of an array keep their order. */
export function canonicalParams(params: unknown): string {
  return encode(flatten(params, ''))
}

/** The published recipe that is wrong as soon as the body has lists: everything flat, then sorted as text. */
export function signWithWrongSort({ key, nonce, method, url, params }: Signed): string {
  const sorted = flatten(params, '')
    .map((pair) => encode([pair]))
    .sort()
  return signText(key, [nonce, method, withoutQuery(url), sorted.join('&')].join('|'))
}

function flatten(value: unknown, name: string): Pair[] {
  if (Array.isArray(value)) return value.flatMap((element) => flatten(element, `${name}[]`))
  if (typeof value !== 'object' || value === null) return [[name, value === null ? '' : String(value)]]
  return Object.entries(value)
    .sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .flatMap(([key, child]) => flatten(child, name === '' ? key : `${name}[${key}]`))
}

function encode(pairs: Pair[]): string {
  return new URLSearchParams(pairs).toString()
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

function signText(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64')
}
