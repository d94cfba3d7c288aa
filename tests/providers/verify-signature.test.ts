import twilio from 'twilio'
import { describe, expect, test } from 'vitest'
import { isSignedByTwilio } from '@/lib/providers/verify-signature'

const authToken = 'test-token'
const url = 'https://portal.example/twilio/verify'
const form = 'application/x-www-form-urlencoded'

type Call = { search?: string; body?: string; type?: string; signature?: string; at?: string; key?: string }

function isSigned({ search = '', body = '', type, signature, at = url, key = authToken }: Call) {
  const headers = new Headers()
  if (type) headers.set('content-type', type)
  if (signature !== undefined) headers.set('x-twilio-signature', signature)
  return isSignedByTwilio({ authToken: key, url: at, search, headers, rawBody: body })
}

const sign = (address: string, fields: Record<string, string | string[]> = {}) =>
  twilio.getExpectedTwilioSignature(authToken, address, fields)
const hashed = (body: string) => `?bodySHA256=${twilio.getExpectedBodyHash(body)}`

describe('a form', () => {
  const body = 'type=challenge.approved&sid=YC0'
  const known = { search: '?x=1', body, type: form, signature: 'iERRcEJQVB9ED5TACm+Bru2C5/8=' }

  test('with the signature that the vendor’s package makes is accepted', () => {
    const fields = { type: 'challenge.approved', sid: 'YC0' }
    expect(twilio.validateRequest(authToken, known.signature, `${url}?x=1`, fields)).toBe(true)
    expect(isSigned(known)).toBe(true)
    expect(isSigned({ ...known, body: 'sid=YC0&type=challenge.approved' })).toBe(true)
    expect(isSigned({ ...known, type: `${form}; charset=UTF-8` })).toBe(true)
  })

  test.each([
    ['another field', { body: `${body}&more=1` }],
    ['another value', { body: 'type=challenge.denied&sid=YC0' }],
    ['no body', { body: '' }],
    ['another query', { search: '?x=2' }],
    ['no query', { search: '' }],
    ['another path', { at: `${url}/` }],
    ['another host', { at: 'https://portal.example.evil/twilio/verify' }],
    ['http', { at: 'http://portal.example/twilio/verify' }],
    ['another port', { at: 'https://portal.example:8443/twilio/verify' }],
    ['another key', { key: 'test-token2' }],
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['a shorter signature', { signature: known.signature.slice(0, -4) }],
    ['two signatures', { signature: `${known.signature}, ${known.signature}` }],
    ['a content type that no signature covers', { type: 'application/json' }],
    ['no content type', { type: undefined }],
  ])('with %s is refused', (_, changes) => {
    expect(isSigned({ ...known, ...changes })).toBe(false)
  })

  test.each([
    ['fields in the order of bytes', 'b=1&A=2&a=3&_=4', { b: '1', A: '2', a: '3', _: '4' }],
    ['repeated fields, each value once', 'a=2&a=1&a=2', { a: ['2', '1', '2'] }],
    ['blanks, plus signs and umlauts', 'a=%2B49+30%20x&%C3%BC=%E2%82%AC', { a: '+49 30 x', ü: '€' }],
    ['an empty value', 'a=&b=1', { a: '', b: '1' }],
  ])('with %s is read as the vendor’s package reads it', (_, text, fields) => {
    const signature = sign(url, fields)
    expect(twilio.validateRequest(authToken, signature, url, fields)).toBe(true)
    expect(isSigned({ body: text, type: form, signature })).toBe(true)
  })

  test('signed with or without the port that the scheme implies is the same', () => {
    for (const address of [url, 'https://portal.example:443/twilio/verify']) {
      expect(isSigned({ body: 'a=1', type: form, signature: sign(address, { a: '1' }) }), address).toBe(true)
    }
    const own = 'https://portal.example:8443/twilio/verify'
    expect(isSigned({ at: own, body: 'a=1', type: form, signature: sign(own, { a: '1' }) })).toBe(true)
    expect(isSigned({ at: own, body: 'a=1', type: form, signature: sign(url, { a: '1' }) })).toBe(false)
  })
})

describe('any other body', () => {
  const body = '{"type":"challenge.approved"}'
  const search = hashed(body)
  const known = { search, body, type: 'application/json', signature: 'cMfn/UWLWhK0yP2ndpQJw0DPi1I=' }

  test('whose hash stands in the signed address is accepted', () => {
    expect(twilio.validateRequestWithBody(authToken, known.signature, url + search, body)).toBe(true)
    expect(isSigned(known)).toBe(true)
  })

  test.each([
    ['another body', { body: '{"type":"challenge.denied"}' }],
    ['no body', { body: '' }],
    ['one more blank', { body: `${body} ` }],
    ['another hash', { search: hashed('{}') }],
    ['no hash', { search: '' }],
    ['a second hash', { search: `${search}&bodySHA256=${twilio.getExpectedBodyHash('{}')}` }],
    ['the hash in capitals', { search: search.toUpperCase().replace('BODYSHA', 'bodySHA') }],
    ['another key', { key: 'other' }],
  ])('with %s is refused', (_, changes) => {
    expect(isSigned({ ...known, ...changes })).toBe(false)
  })

  test('cannot be swapped for another by calling it a form', () => {
    expect(isSigned({ ...known, type: form, body: 'type=challenge.approved' })).toBe(false)
    expect(isSigned({ search: '', type: form, body, signature: sign(url) })).toBe(false)
  })

  test('beside other fields of the query, and of bytes beyond ASCII', () => {
    const text = '[{"name":"Zoë – ✓"}]'
    const query = `?of=verify&${hashed(text).slice(1)}`
    expect(isSigned({ search: query, body: text, signature: sign(url + query) })).toBe(true)
  })

  test('larger than 32 kB is refused unread', () => {
    const large = JSON.stringify('x'.repeat(32 * 1024))
    expect(isSigned({ search: hashed(large), body: large, signature: sign(url + hashed(large)) })).toBe(false)
  })
})

test('a call without a body is covered by its address', () => {
  expect(isSigned({ search: '?a=1', signature: sign(`${url}?a=1`) })).toBe(true)
  expect(isSigned({ search: '?a=2', signature: sign(`${url}?a=1`) })).toBe(false)
})
