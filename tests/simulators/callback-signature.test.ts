import { expect, it } from 'vitest'
import { canonicalParams, signCallback, signWithWrongSort } from './callback-signature'

const url = 'https://portal.example/authy/callback'
const uuid = '11111111-2222-3333-4444-555555555555'

const approval = {
  authy_id: 1635,
  device_uuid: 4711,
  callback_action: 'approval_request_status',
  uuid,
  status: 'approved',
  approval_request: {
    transaction: {
      details: { Place: 'Berlin, DE', Code: '42' },
      hidden_details: null,
      device_details: {},
      message: 'Sign in? (A & B)',
      status: 'approved',
      uuid,
      flagged: false,
    },
    expiration_timestamp: 1700000120,
    logos: [
      { res: 'default', url: 'https://p.example/a.png' },
      { res: 'med', url: 'https://p.example/b.png' },
    ],
  },
  signature: 'AB+/==',
}
const posted = { key: 'test-key', nonce: '1700000000', method: 'POST', url, params: approval } as const

it('signs the known POST as it must be', () => {
  expect(signCallback(posted)).toBe('JjqnbPR7kLnbs0HYur+OiqFsMm86mDx7/htUuW/TrwI=')
})

it('signs the known GET as it must be, without the query of the address', () => {
  const params = { authy_id: '1635', status: 'denied', uuid, callback_action: 'approval_request_status' }
  const signed = {
    key: 'test-key',
    nonce: '1700000001',
    method: 'GET',
    url: `${url}?status=denied`,
    params,
  } as const
  expect(signCallback(signed)).toBe('GxQWHwE/o+KglCyzxnhOI8kmCRBoYmpTsfdIcxC+LHA=')
})

it('keeps list elements in their order and leaves out what is empty', () => {
  const text = canonicalParams({ b: [{ y: 1, x: 2 }, { x: 3 }], a: {}, Z: null, c: [] })
  expect(decodeURIComponent(text)).toBe('Z=&b[][x]=2&b[][y]=1&b[][x]=3')
})

it('can sign by the wrong recipe', () => {
  expect(signWithWrongSort(posted)).not.toBe(signCallback(posted))
})
