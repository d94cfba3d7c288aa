/** Callbacks whose signatures are known, for tests of signing and of checking. */
export const key = 'test-key'
export const url = 'https://portal.example/authy/callback'
export const uuid = '11111111-2222-3333-4444-555555555555'
export const body = {
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
export const vector1 = {
  key,
  url,
  method: 'POST' as const,
  nonce: '1700000000',
  params: body,
  signature: 'JjqnbPR7kLnbs0HYur+OiqFsMm86mDx7/htUuW/TrwI=',
}
export const vector2 = {
  key,
  url,
  method: 'GET' as const,
  nonce: '1700000001',
  params: { authy_id: '1635', status: 'denied', uuid, callback_action: 'approval_request_status' },
  signature: 'GxQWHwE/o+KglCyzxnhOI8kmCRBoYmpTsfdIcxC+LHA=',
}
