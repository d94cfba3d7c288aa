import { beforeEach, describe, expect, test } from 'vitest'
import type { SentToken } from '@/lib/providers/token-texts'
import { type VerifyTrouble, verifyTokenTexts } from '@/lib/providers/token-texts.verify'
import { latestCode, simulatorForTests, twilioAccount } from '../simulators/in-process'
import { requestFields } from '../simulators/verify-spec'

const rig = simulatorForTests()
const digits = '12025550181'
const mobileNumber = `+${digits}`
const { accountSid, authToken, verifyService } = twilioAccount

let troubles: VerifyTrouble[]
let patienceMs: number
beforeEach(() => {
  troubles = []
  patienceMs = 30_000
})

function texts(changes: { authToken?: string; serviceSid?: string; templateSid?: string } = {}) {
  return verifyTokenTexts({
    accountSid,
    authToken,
    serviceSid: verifyService,
    baseUrl: rig().simulator.url,
    timeoutMs: patienceMs,
    report: (trouble) => troubles.push(trouble),
    ...changes,
  })
}

async function sent(): Promise<SentToken> {
  const answer = await texts().send(mobileNumber)
  if (!answer.ok) throw new Error(answer.failure)
  return { mobileNumber, verificationId: answer.value.verificationId }
}

const token = () => latestCode(rig(), digits)
const wrongToken = async () => String((Number(await token()) + 1) % 1_000_000).padStart(6, '0')
function fault(route: string, name: string) {
  if (name.startsWith('hang')) patienceMs = 400
  return rig().post('/faults', { route, fault: name, digits })
}
const asked = async (route: string): Promise<{ body: Record<string, string> }[]> =>
  Object(await rig().get(`/requests?route=${route}`))
const yes = { ok: true, value: undefined }
const no = (failure: string) => ({ ok: false, failure })

describe('a token', () => {
  test('is texted to its number and right once', async () => {
    const one = await sent()
    expect(one.verificationId).toMatch(/^VE[0-9a-f]{32}$/)
    expect(await texts().check(one, await token())).toEqual(yes)
    expect(await texts().check(one, await token())).toEqual(no('gone'))
    expect(troubles.map(({ vendorCode }) => vendorCode)).toEqual([20_404])
  })

  test("is bound to the portal's address by the last line of the template", async () => {
    await texts({ templateSid: `HJ${'0'.repeat(32)}` }).send(mobileNumber)
    const [text] = Object(await rig().get(`/phones/${digits}/messages`))
    expect(text.body.split('\n').at(-1)).toBe(`@localhost #${await token()}`)
  })

  test('is right by its number alone when the id got lost', async () => {
    await sent()
    expect(await texts().check({ mobileNumber, verificationId: null }, await token())).toEqual(yes)
  })

  test('typed wrong is invalid, and the right one still works', async () => {
    const one = await sent()
    expect(await texts().check(one, await wrongToken())).toEqual(no('invalid'))
    expect(await texts().check(one, await token())).toEqual(yes)
  })

  test('of another number or another sending is not right', async () => {
    const one = await sent()
    const other = await texts().send('+12025550182')
    if (!other.ok) throw new Error(other.failure)
    const { verificationId } = other.value
    expect(await texts().check({ mobileNumber: '+12025550182', verificationId }, await token())).toEqual(
      no('invalid'),
    )
    // The vendor would say yes to this: it looks at the sid alone.
    const mixed = { mobileNumber: '+12025550182', verificationId: one.verificationId }
    expect(await texts().check(mixed, await token())).toEqual(no('unclear'))
  })

  test.each([
    ['expired', () => rig().post('/clock', { advanceSeconds: 600 })],
    ['deleted', () => fetch(`${rig().simulator.url}/verifications`, { method: 'DELETE' })],
  ])('that is %s is gone', async (_, pass) => {
    const one = await sent()
    await pass()
    expect(await texts().check(one, await token())).toEqual(no('gone'))
  })

  test('tried five times in vain is used up, and another one is not sent at once', async () => {
    const one = await sent()
    for (let tries = 0; tries < 5; tries++) {
      expect(await texts().check(one, await wrongToken())).toEqual(no('invalid'))
    }
    expect(await texts().check(one, await token())).toEqual(no('throttled'))
    expect(await texts().check(one, await token())).toEqual(no('gone'))
    expect(await texts().send(mobileNumber)).toEqual(no('throttled'))
  })

  test('is sent again as the same one, five times', async () => {
    const one = await sent()
    for (let sendings = 2; sendings <= 5; sendings++) expect(await sent()).toEqual(one)
    expect(await texts().send(mobileNumber)).toEqual(no('throttled'))
    expect(troubles).toEqual([
      { call: 'send', failure: 'throttled', status: 429, vendorCode: 60_203, alarm: null },
    ])
  })

  test.each(['', '12345', '12345a', '１２３４５６', '12345678901', '../x', '123456 '])(
    'that can be none is not asked about: %j',
    async (odd) => {
      expect(await texts().check({ mobileNumber, verificationId: null }, odd)).toEqual(no('invalid'))
      expect(await asked('verify-check')).toEqual([])
    },
  )

  test.each(['12025550181', '+0123456789', '+1202555018a', 'tess@harbor.example', ''])(
    'is not sent to %j',
    async (odd) => {
      expect(await texts().send(odd)).toEqual(no('invalid'))
      expect(await asked('verify-send')).toEqual([])
    },
  )

  test('with an id that is none is gone', async () => {
    const odd = { mobileNumber, verificationId: '../Verifications' }
    expect(await texts().check(odd, '123456')).toEqual(no('gone'))
    expect(await asked('verify-check')).toEqual([])
  })
})

describe('what is asked', () => {
  test('has only fields that the vendor describes, and never switches its protection off', async () => {
    await texts().check(await sent(), await token())
    await texts().check({ mobileNumber, verificationId: null }, '123456')
    const [send] = await asked('verify-send')
    expect(send?.body).toEqual({ To: mobileNumber, Channel: 'sms' })
    for (const field of Object.keys(send?.body ?? {})) expect(requestFields.send).toContain(field)
    for (const { body } of await asked('verify-check')) {
      for (const field of Object.keys(body)) expect(requestFields.check).toContain(field)
    }
  })

  test.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['pt-BR', 'pt-BR'],
    ['tlh', undefined],
    ['', undefined],
  ])('language %j is sent as %j', async (locale, expected) => {
    expect(await texts().send(mobileNumber, locale)).toMatchObject({ ok: true })
    const [send] = await asked('verify-send')
    expect(send?.body.Locale).toBe(expected)
  })
})

describe('a sending that the vendor refuses', () => {
  test('to a number that does not exist', async () => {
    expect(await texts().send('+12025550')).toEqual(no('invalid'))
  })

  test('to a prefix that Fraud Guard blocks is reported', async () => {
    await rig().post('/fraud-guard', { prefix: '1202555' })
    expect(await texts().send(mobileNumber)).toEqual(no('invalid'))
    expect(troubles).toMatchObject([{ failure: 'invalid', vendorCode: 60_410, alarm: 'blocked' }])
    expect(await token()).toBe('')
  })

  test.each([
    ['60410', 'invalid', 'blocked'],
    ['60238', 'invalid', 'blocked'],
    ['60605', 'invalid', 'blocked'],
    ['60205', 'invalid', null],
    ['60203', 'throttled', null],
    ['60212', 'throttled', null],
    ['20429', 'throttled', null],
    ['60223', 'provider-down', 'settings'],
    ['60204', 'provider-down', 'settings'],
    ['60401', 'provider-down', null],
    ['20500', 'provider-down', null],
    ['60999', 'unclear', null],
  ])('with %s means %s, reported as %s', async (code, failure, alarm) => {
    await fault('verify-send', code)
    expect(await texts().send(mobileNumber)).toEqual(no(failure))
    expect(troubles).toMatchObject([{ call: 'send', failure, vendorCode: Number(code), alarm }])
  })

  test.each([
    ['a wrong token of ours', { authToken: 'wrong' }],
    ['a service that is not ours', { serviceSid: `VA${'0'.repeat(32)}` }],
  ])('because of %s is our own trouble', async (_, changes) => {
    expect(await texts(changes).send(mobileNumber)).toEqual(no('provider-down'))
    expect(troubles).toMatchObject([{ alarm: 'settings' }])
  })
})

describe('an answer that is bent', () => {
  test.each([
    ['caps-status', 'unclear'],
    ['no-status', 'unclear'],
    ['other-number', 'unclear'],
    ['other-sid', 'unclear'],
    ['other-service', 'unclear'],
    ['other-account', 'unclear'],
    ['valid-text', 'unclear'],
    ['valid-true', 'invalid'],
    ['html', 'unclear'],
    ['empty', 'unclear'],
    ['302', 'unclear'],
  ])('makes no wrong token right: %s', async (name, failure) => {
    const one = await sent()
    await fault('verify-check', name)
    expect(await texts().check(one, await wrongToken())).toEqual(no(failure))
    expect(await asked('elsewhere')).toEqual([])
  })

  test.each([
    'caps-status',
    'no-status',
    'other-number',
    'other-service',
    'other-account',
    'html',
    'empty',
    '302',
  ])('says nothing about a sending: %s', async (name) => {
    await fault('verify-send', name)
    expect(await texts().send(mobileNumber)).toEqual(no('unclear'))
  })

  test('201 instead of 200 is still a yes', async () => {
    const one = await sent()
    await fault('verify-check', '201')
    expect(await texts().check(one, await token())).toEqual(yes)
  })
})

describe('silence', () => {
  test.each(['hang', 'hang-after', 'reset', 'reset-after'])(
    'after a sending may mean that a text was sent: %s',
    async (name) => {
      await fault('verify-send', name)
      expect(await texts().send(mobileNumber)).toEqual(no('unclear'))
      expect(await asked('verify-send')).toHaveLength(1)
    },
  )

  test.each(['hang', 'hang-after', 'reset', 'reset-after', '500', '503-html'])(
    'after a check lets nobody in: %s',
    async (name) => {
      const one = await sent()
      await fault('verify-check', name)
      expect(await texts().check(one, await token())).toEqual(no('provider-down'))
      expect(await asked('verify-check')).toHaveLength(1)
    },
  )
})
