import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalParams, readAuthyCallback, verifyAuthySignature } from '@/lib/providers/authy-signature'
import { body, key, url, uuid, vector1, vector2 } from '../simulators/signed-callbacks'

describe('the signature', () => {
  test('of a POST with nested objects and two logos is accepted', () => {
    expect(verifyAuthySignature(vector1)).toBe(true)
  })

  test('of a GET is accepted', () => {
    expect(verifyAuthySignature(vector2)).toBe(true)
  })

  test('covers the text that the vendor prescribes', () => {
    expect(canonicalParams(body).split('&')).toEqual([
      'approval_request%5Bexpiration_timestamp%5D=1700000120',
      'approval_request%5Blogos%5D%5B%5D%5Bres%5D=default',
      'approval_request%5Blogos%5D%5B%5D%5Burl%5D=https%3A%2F%2Fp.example%2Fa.png',
      'approval_request%5Blogos%5D%5B%5D%5Bres%5D=med',
      'approval_request%5Blogos%5D%5B%5D%5Burl%5D=https%3A%2F%2Fp.example%2Fb.png',
      'approval_request%5Btransaction%5D%5Bdetails%5D%5BCode%5D=42',
      'approval_request%5Btransaction%5D%5Bdetails%5D%5BPlace%5D=Berlin%2C+DE',
      'approval_request%5Btransaction%5D%5Bflagged%5D=false',
      'approval_request%5Btransaction%5D%5Bhidden_details%5D=',
      'approval_request%5Btransaction%5D%5Bmessage%5D=Sign+in%3F+%28A+%26+B%29',
      'approval_request%5Btransaction%5D%5Bstatus%5D=approved',
      'approval_request%5Btransaction%5D%5Buuid%5D=11111111-2222-3333-4444-555555555555',
      'authy_id=1635',
      'callback_action=approval_request_status',
      'device_uuid=4711',
      'signature=AB%2B%2F%3D%3D',
      'status=approved',
      'uuid=11111111-2222-3333-4444-555555555555',
    ])
  })

  test('sorts upper case before lower case, whatever the locale', () => {
    expect(canonicalParams({ b: 1, B: 2, a: 3, A: [], Z: {} })).toBe('B=2&a=3&b=1')
  })

  test.each([
    ['key', { key: 'other-key' }],
    ['method', { method: 'GET' }],
    ['address', { url: 'http://portal.example/authy/callback' }],
    ['nonce', { nonce: '1700000001' }],
    ['answer', { params: { ...body, status: 'denied' } }],
    ['signature', { signature: `${vector1.signature}=` }],
    ['missing signature', { signature: '' }],
  ])('with another %s is refused', (_, changes) => {
    expect(verifyAuthySignature({ ...vector1, ...changes })).toBe(false)
  })
})

const now = new Date(1700000000 * 1000)

function signed(params: unknown, nonce = '1700000000', signingKey = key) {
  const text = ['POST', url, canonicalParams(params)].join('|')
  const signature = createHmac('sha256', signingKey).update(`${nonce}|${text}`).digest('base64')
  const headers = new Headers({ 'X-Authy-Signature': signature, 'X-Authy-Signature-Nonce': nonce })
  return { key, url, headers, rawBody: JSON.stringify(params), now }
}

describe('a callback', () => {
  test('with numbers where the documentation promises text is read', () => {
    expect(readAuthyCallback(signed(body))).toEqual({
      ok: true,
      value: { nonce: '1700000000', vendorRequestId: uuid, vendorUserId: '1635', status: 'approved' },
    })
  })

  test('with a fraction in its nonce, or a nonce without an age, is read', () => {
    expect(readAuthyCallback(signed(body, '1700000001.52')).ok).toBe(true)
    expect(readAuthyCallback(signed(body, 'c0ffee')).ok).toBe(true)
  })

  test.each(['1699999399', '1700000601', '0', '1700000000000'])('with the nonce %s is stale', (nonce) => {
    expect(readAuthyCallback(signed(body, nonce))).toEqual({ ok: false, reason: 'stale' })
  })

  test('needs both headers', () => {
    for (const name of ['X-Authy-Signature', 'X-Authy-Signature-Nonce']) {
      const call = signed(body)
      call.headers.delete(name)
      expect(readAuthyCallback(call)).toEqual({ ok: false, reason: 'unsigned' })
    }
  })

  test('needs both headers only once', () => {
    for (const name of ['X-Authy-Signature', 'X-Authy-Signature-Nonce']) {
      const call = signed(body)
      call.headers.append(name, call.headers.get(name) ?? '')
      expect(readAuthyCallback(call)).toEqual({ ok: false, reason: 'unsigned' })
    }
  })

  test('signed with another key is refused', () => {
    const call = signed(body, '1700000000', 'other-key')
    expect(readAuthyCallback(call)).toEqual({ ok: false, reason: 'wrong-signature' })
  })

  test('of the test button is refused without a crash', () => {
    const { approval_request: _, ...withoutRequest } = body
    expect(readAuthyCallback(signed(withoutRequest))).toEqual({ ok: false, reason: 'incomplete' })
  })

  test.each([
    ['an unknown action', { callback_action: 'user_deleted' }, 'unknown-action'],
    ['no action', { callback_action: null }, 'unknown-action'],
    ['the state expired', { status: 'expired' }, 'incomplete'],
    ['a state in capitals', { status: 'APPROVED' }, 'incomplete'],
    ['another inner state', { status: 'denied' }, 'incomplete'],
    ['no person', { authy_id: null }, 'incomplete'],
    ['a path for an id', { uuid: '../../users/1' }, 'incomplete'],
  ])('with %s is refused', (_, changes, reason) => {
    expect(readAuthyCallback(signed({ ...body, ...changes }))).toEqual({ ok: false, reason })
  })

  test('too large or too deep is refused before its signature is worked out', () => {
    const large = { ...signed(body), rawBody: JSON.stringify({ ...body, more: 'ü'.repeat(16 * 1024) }) }
    expect(readAuthyCallback(large)).toEqual({ ok: false, reason: 'too-large' })
    const deep = { ...signed(body), rawBody: `${'{"a":'.repeat(9)}1${'}'.repeat(9)}` }
    expect(readAuthyCallback(deep)).toEqual({ ok: false, reason: 'too-deep' })
    const deepest = { ...signed(body), rawBody: '['.repeat(30_000) }
    expect(readAuthyCallback(deepest)).toEqual({ ok: false, reason: 'malformed' })
  })

  test('of any body whatever, signed or not, gets an answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json({ noUnicodeString: false }), fc.string({ unit: 'binary' })), (rawBody) => {
        const call = { ...signed(body), rawBody }
        expect(readAuthyCallback(call).ok).toBe(false)
      }),
    )
    const anyField = fc.constantFrom(...Object.keys(body), '__proto__', 'constructor')
    fc.assert(
      fc.property(fc.dictionary(anyField, fc.jsonValue({ maxDepth: 6 })), (changes) => {
        const params = { ...body, ...changes }
        expect(typeof readAuthyCallback(signed(params)).ok).toBe('boolean')
      }),
    )
  })
})
