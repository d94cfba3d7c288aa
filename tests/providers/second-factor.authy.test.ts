import examples from 'libphonenumber-js/examples.mobile.json'
import { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { json } from './stub-vendor'
import { approval, error, push, sentText, stubbedAuthy, uuid, validToken } from './stubbed-authy'

const { authy, calls, troubles, vendor } = stubbedAuthy()

describe('a token', () => {
  test('is accepted on the exact answer, was asked with force and without an action', async () => {
    vendor.answers(json(200, validToken))
    expect(await calls.checkToken()).toEqual({ ok: true, value: { isFromApp: false } })
    expect(vendor.calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /protected/json/verify/123456/1635?force=true',
    ])
    expect(vendor.calls[0]?.headers['x-authy-api-key']).toBe('stub-key')
  })

  test.each([
    ['success "false"', { ...validToken, success: 'false' }],
    ['success false', { ...validToken, success: false }],
    ['success missing', { message: 'Token is valid.', token: 'is valid' }],
    ['success 1', { ...validToken, success: 1 }],
    ['other message', { ...validToken, message: 'SMS token was sent' }],
    ['other token text', { ...validToken, token: 'is invalid' }],
    ['an array', [validToken]],
    ['a text', 'true'],
    ['null', null],
  ])('is not accepted on 200 with %s', async (_, body) => {
    vendor.answers(json(200, body))
    expect(await calls.checkToken()).toEqual({ ok: false, failure: 'unclear' })
  })

  test.each(['12345', '123456789', '12345a', '../sms', '123456/9#', ' 123456', '123456\n', '١٢٣٤٥٦', ''])(
    'of the form %j never leaves the portal',
    async (token) => {
      vendor.answers(json(200, validToken))
      expect(await authy().checkToken('1635', token)).toEqual({ ok: false, failure: 'invalid' })
      expect(vendor.calls).toEqual([])
    },
  )

  test.each([
    [401, '60020', 'invalid'],
    [401, '60019', 'reused'],
    [404, '60026', 'not-registered'],
    [429, '60003', 'throttled'],
    [401, '60001', 'provider-down'],
    [503, '60017', 'provider-down'],
    [400, '60999', 'provider-down'],
  ] as const)('refused with %i and %s is %s', async (status, code, failure) => {
    vendor.answers(json(status, error(code)))
    expect(await calls.checkToken()).toEqual({ ok: false, failure })
    expect(troubles).toEqual([{ call: 'checkToken', failure, status, vendorCode: code }])
  })
})

describe('a text', () => {
  test('counts as sent on the exact answer and was forced', async () => {
    vendor.answers(json(200, sentText))
    expect(await calls.sendToken()).toEqual({ ok: true, value: 'sent' })
    expect(vendor.calls[0]?.url).toBe('/protected/json/sms/1635?force=true')
  })

  test('that Authy ignored is said to be ignored', async () => {
    const message = 'Ignored: SMS is not needed for smartphones.'
    vendor.answers(json(200, { ...sentText, message, device: 'iphone', ignored: true }))
    expect(await calls.sendToken()).toEqual({ ok: true, value: 'ignored' })
  })

  test.each([
    ['ignored as text', { ...sentText, ignored: 'true' }],
    ['another message', { ...sentText, message: 'Ignored: SMS is not needed for smartphones.' }],
    ['no cellphone', { success: true, message: 'SMS token was sent' }],
    ['success "false"', { ...sentText, success: 'false' }],
  ])('answered with %s may or may not be sent', async (_, body) => {
    vendor.answers(json(200, body))
    expect(await calls.sendToken()).toEqual({ ok: false, failure: 'unclear' })
  })
})

describe('a push', () => {
  test('is started once, with its details and its end', async () => {
    vendor.answers(json(200, { approval_request: { uuid }, success: true }))
    expect(await calls.startPush()).toEqual({ ok: true, value: uuid })
    expect(vendor.calls[0]?.url).toBe('/onetouch/json/users/1635/approval_requests')
    expect(JSON.parse(vendor.calls[0]?.body ?? '')).toEqual({
      message: 'Sign in?',
      details: { Place: 'Berlin, DE' },
      seconds_to_expire: 120,
    })
  })

  test('carries nothing that signature libraries encode differently', async () => {
    vendor.answers(json(200, { approval_request: { uuid }, success: true }))
    await authy().startPush('1635', { ...push, message: 'A*B~C', details: { 'Fi~rm': 'x*y' } })
    expect(JSON.parse(vendor.calls[0]?.body ?? '')).toMatchObject({
      message: 'A-B-C',
      details: { 'Fi-rm': 'x-y' },
    })
  })

  test.each([
    ['without an end', { ...push, expiresInSeconds: 0 }],
    ['with half a second', { ...push, expiresInSeconds: 0.5 }],
    ['with a long message', { ...push, message: 'x'.repeat(145) }],
    ['without a message', { ...push, message: '' }],
    ['with a long key', { ...push, details: { ['k'.repeat(21)]: 'v' } }],
    ['with a long value', { ...push, details: { k: 'v'.repeat(201) } }],
  ])('%s is not sent', async (_, wrong) => {
    vendor.answers(json(200, { approval_request: { uuid }, success: true }))
    expect(await authy().startPush('1635', wrong)).toEqual({ ok: false, failure: 'invalid' })
    expect(vendor.calls).toEqual([])
  })

  test.each(['approved', 'denied', 'pending', 'expired'])('is read as %s', async (status) => {
    vendor.answers(json(200, approval({ status })))
    expect(await calls.readPush()).toEqual({ ok: true, value: status })
  })

  test.each([
    ['another uuid', { uuid: '99999999-2222-3333-4444-555555555555' }],
    ['another person', { _authy_id: 1636 }],
    ['no person', { _authy_id: undefined }],
    ['a status in capitals', { status: 'APPROVED' }],
    ['an unknown status', { status: 'maybe' }],
  ])('answered with %s proves nothing', async (_, changes) => {
    vendor.answers(json(200, approval(changes)))
    expect(await calls.readPush()).toEqual({ ok: false, failure: 'unclear' })
  })

  test('answered about another person is reported as such', async () => {
    vendor.answers(json(200, approval({ _authy_id: 1636 })))
    await calls.readPush()
    vendor.answers(json(200, approval({ _authy_id: undefined })))
    await calls.readPush()
    expect(troubles.map(({ isWrongPerson }) => isWrongPerson)).toEqual([true, undefined])
  })

  test('answered with success "false" proves nothing', async () => {
    vendor.answers(json(200, { ...approval({}), success: 'false' }))
    expect(await calls.readPush()).toEqual({ ok: false, failure: 'unclear' })
  })

  test.each([
    [60049, 'gone'],
    [60051, 'not-registered'],
  ] as const)('refused with 404 and %s is %s', async (code, failure) => {
    vendor.answers(json(404, error(String(code))))
    expect(await calls.readPush()).toEqual({ ok: false, failure })
  })

  test.each(['', '..', '../users', `${uuid}?x=1`, 'short'])('of the id %j is not asked for', async (id) => {
    vendor.answers(json(200, approval({ uuid: id })))
    expect(await authy().readPush('1635', id)).toEqual({ ok: false, failure: 'gone' })
    expect(vendor.calls).toEqual([])
  })
})

describe('the devices of a person', () => {
  const status = { authy_id: 1635, devices: ['iphone', 'ipad'], registered: true, account_disabled: false }
  const answered = { message: 'User status.', status, success: true }

  test('are those with the app, in the words of the vendor', async () => {
    vendor.answers(json(200, answered))
    expect(await authy().listDevices('1635')).toEqual({ ok: true, value: ['iphone', 'ipad'] })
    expect(vendor.calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /protected/json/users/1635/status',
    ])
  })

  test.each([
    ['without the app', { devices: [], registered: false }],
    ['with a disabled account', { account_disabled: true }],
  ])('are none %s', async (_, changes) => {
    vendor.answers(json(200, { ...answered, status: { ...status, ...changes } }))
    expect(await authy().listDevices('1635')).toEqual({ ok: true, value: [] })
  })

  test.each([
    ['another person', { authy_id: 1636 }],
    ['no person', { authy_id: undefined }],
    ['no list', { devices: undefined }],
    ['a list in words', { devices: 'iphone' }],
    ['a device that is markup', { devices: ['<b>'] }],
    ['a flag in words', { account_disabled: 'false' }],
  ])('answered with %s prove nothing', async (_, changes) => {
    vendor.answers(json(200, { ...answered, status: { ...status, ...changes } }))
    expect(await authy().listDevices('1635')).toEqual({ ok: false, failure: 'unclear' })
  })

  test.each([{ success: 'false' }, { message: 'Fine.' }])(
    'answered with %j prove nothing',
    async (changes) => {
      vendor.answers(json(200, { ...answered, ...changes }))
      expect(await authy().listDevices('1635')).toEqual({ ok: false, failure: 'unclear' })
    },
  )

  test('of somebody whom Authy does not know are not none', async () => {
    vendor.answers(json(404, error('60026')))
    expect(await authy().listDevices('1635')).toEqual({ ok: false, failure: 'not-registered' })
  })
})

describe('a person', () => {
  const created = { message: 'User created successfully.', user: { id: 1635 }, success: true }

  test('is registered by country code and national number', async () => {
    vendor.answers(json(200, created))
    expect(await calls.register()).toEqual({ ok: true, vendorUserId: '1635' })
    expect(JSON.parse(vendor.calls[0]?.body ?? '')).toEqual({
      user: { cellphone: '2025550103', country_code: 1, email: 'tess@harbor.example' },
    })
  })

  test('of any country arrives with the right split of the number', async () => {
    vendor.answers(json(200, created))
    const shared = ['+79161234567', '+77011234567', '+447911123456', '+4917612345678', '+436641234567']
    const numbers = getCountries().flatMap((country) => getExampleNumber(country, examples)?.number ?? [])
    for (const mobileNumber of [...numbers, ...shared]) {
      expect(await authy().register({ email: 'tess@harbor.example', mobileNumber })).toMatchObject({
        ok: true,
      })
    }
    const arrived = vendor.calls.map(({ body }) => JSON.parse(body).user)
    const joined = arrived.map(({ country_code, cellphone }) => `+${country_code}${cellphone}`)
    expect(joined).toEqual([...numbers, ...shared])
    const codes = new Set(getCountries().map((country) => Number(getCountryCallingCode(country))))
    expect(arrived.every(({ country_code }) => codes.has(country_code))).toBe(true)
  })

  test('is refused in words for the admin, by number', async () => {
    vendor.answers(json(400, { ...error('60027'), errors: { cellphone: 'is invalid' } }))
    expect(await calls.register()).toEqual({
      ok: false,
      failure: 'invalid',
      reason: 'Authy does not accept this number.',
    })
  })

  test('is refused in words for the admin, by e-mail', async () => {
    vendor.answers(json(200, created))
    const registration = await authy().register({ email: 'nobody', mobileNumber: '+12025550103' })
    expect(registration).toMatchObject({
      failure: 'invalid',
      reason: 'Authy does not accept this e-mail address.',
    })
    expect(vendor.calls).toEqual([])
  })

  test.each(['+4400', 'x', '', '+447700900123'])(
    'with the number %j is refused before the call',
    async (n) => {
      vendor.answers(json(200, created))
      const registration = await authy().register({ email: 'tess@harbor.example', mobileNumber: n })
      expect(registration).toMatchObject({ failure: 'invalid', reason: 'Authy does not accept this number.' })
      expect(vendor.calls).toEqual([])
    },
  )

  test.each([
    { ...created, message: 'User was added.' },
    { ...created, user: { id: 'x' } },
    { ...created, success: 'false' },
  ])('is not registered by %j', async (body) => {
    vendor.answers(json(200, body))
    expect(await calls.register()).toMatchObject({ ok: false, failure: 'unclear' })
  })

  test('is removed, also when Authy did not know them', async () => {
    vendor.answers(json(200, { message: 'User removed from application', success: true }))
    expect(await calls.remove()).toEqual({ ok: true, value: undefined })
    vendor.answers(json(404, error('60026')))
    expect(await calls.remove()).toEqual({ ok: true, value: undefined })
  })

  test('with an id that is not a number is never asked about', async () => {
    vendor.answers(json(200, validToken))
    for (const id of ['', '../1', '1635#', 'abc', '1/2']) {
      for (const ask of [
        () => authy().checkToken(id, '123456'),
        () => authy().sendToken(id),
        () => authy().readPush(id, uuid),
        () => authy().startPush(id, push),
        () => authy().remove(id),
        () => authy().listDevices(id),
      ])
        expect(await ask()).toEqual({ ok: false, failure: 'not-registered' })
    }
    expect(vendor.calls).toEqual([])
  })
})
