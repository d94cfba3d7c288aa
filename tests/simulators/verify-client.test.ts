import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { latestCode, simulatorForTests, twilioAccount } from './in-process'
import { startSimulator } from './start-simulator'
import { answerProblems, examples } from './verify-spec'

const rig = simulatorForTests()
const digits = '12025550171'
const to = `+${digits}`
const { accountSid, authToken, verifyService } = twilioAccount

function service(sid = verifyService, token = authToken, url = rig().simulator.url) {
  const client = twilio(accountSid, token, { timeout: 1000 })
  client.verify.baseUrl = url
  return client.verify.v2.services(sid)
}

const send = (more: object = {}) => service().verifications.create({ to, channel: 'sms', ...more })
const check = (code: string, subject: object = { to }) =>
  service().verificationChecks.create({ code, ...subject })
const wrong = async () => String((Number(await latestCode(rig(), digits)) + 1) % 1_000_000).padStart(6, '0')
const gone = { status: 404, code: 20_404 }
const states = async () => {
  const list: { status: string }[] = Object(await rig().get(`/verifications?digits=${digits}`))
  return list.map(({ status }) => status)
}

describe('a verification as the vendor’s own client drives it', () => {
  it('texts a code of six digits that is right once', async () => {
    const started = await send()
    expect(started).toMatchObject({ to, channel: 'sms', status: 'pending', valid: false, accountSid })
    expect(started.sid).toMatch(/^VE[0-9a-f]{32}$/)
    expect(started.sendCodeAttempts).toMatchObject([{ channel: 'SMS' }])
    expect(Math.abs(started.dateCreated.getTime() - Date.now())).toBeLessThan(5000)

    const code = await latestCode(rig(), digits)
    expect(code).toMatch(/^\d{6}$/)
    expect(await check(code)).toMatchObject({ sid: started.sid, to, status: 'approved', valid: true })
    await expect(check(code)).rejects.toMatchObject(gone)
    await expect(service().verifications(started.sid).fetch()).rejects.toMatchObject(gone)
    expect(await states()).toEqual(['approved'])
  })

  it('is checked by its sid too, and then with the number that belongs to it', async () => {
    const { sid: verificationSid } = await send()
    const code = await latestCode(rig(), digits)
    const other = check(code, { verificationSid, to: '+12025550172' })
    await expect(other).rejects.toMatchObject(gone)
    expect(await check(code, { verificationSid })).toMatchObject({ status: 'approved' })
  })

  it('takes a wrong code without an error, and still waits', async () => {
    await send()
    expect(await check(await wrong())).toMatchObject({ status: 'pending', valid: false })
    expect(await check(await latestCode(rig(), digits))).toMatchObject({ status: 'approved' })
  })

  it('ends after five wrong codes, with the right one too, and the number must wait', async () => {
    await send()
    const code = await latestCode(rig(), digits)
    for (let tries = 0; tries < 5; tries++) {
      expect(await check(await wrong())).toMatchObject({ status: 'pending' })
    }
    await expect(check(code)).rejects.toMatchObject({ status: 429, code: 60_202 })
    await expect(check(code)).rejects.toMatchObject(gone)
    await expect(send()).rejects.toMatchObject({ status: 429, code: 60_202 })
    expect(await states()).toEqual(['max_attempts_reached'])
    await rig().post('/clock', { advanceSeconds: 600 })
    expect(await send()).toMatchObject({ status: 'pending' })
  })

  it('is texted five times, always the same one, and no sixth time', async () => {
    const { sid } = await send()
    const code = await latestCode(rig(), digits)
    for (let sendings = 2; sendings <= 5; sendings++) {
      const again = await send()
      expect(again.sid).toBe(sid)
      expect(again.sendCodeAttempts).toHaveLength(sendings)
      expect(await latestCode(rig(), digits)).toBe(code)
    }
    await expect(send()).rejects.toMatchObject({ status: 429, code: 60_203 })
    expect(await check(code)).toMatchObject({ status: 'approved' })
    expect((await send()).sid).not.toBe(sid)
  })

  it('says how long to wait', async () => {
    for (let sendings = 1; sendings <= 5; sendings++) await send()
    await rig().post('/clock', { advanceSeconds: 60 })
    const answer = await fetch(`${rig().simulator.url}/v2/Services/${verifyService}/Verifications`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      body: new URLSearchParams({ To: to, Channel: 'sms' }),
    })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(530)
  })

  it('lives ten minutes from its first text', async () => {
    await send()
    await rig().post('/clock', { advanceSeconds: 590 })
    const { sid } = await send()
    await rig().post('/clock', { advanceSeconds: 10 })
    await expect(check(await latestCode(rig(), digits))).rejects.toMatchObject(gone)
    await expect(service().verifications(sid).fetch()).rejects.toMatchObject(gone)
    expect(await states()).toEqual(['expired'])
  })

  it.each(['canceled', 'approved'] as const)('is %s by us, and then gone', async (status) => {
    const { sid } = await send()
    expect(await service().verifications(sid).update({ status })).toMatchObject({ sid, status })
    await expect(service().verifications(sid).update({ status })).rejects.toMatchObject(gone)
    await expect(check(await latestCode(rig(), digits))).rejects.toMatchObject(gone)
    expect(await states()).toEqual([status])
  })

  it('is deleted by the vendor’s support', async () => {
    await send()
    await fetch(`${rig().simulator.url}/verifications?digits=${digits}`, { method: 'DELETE' })
    await expect(check(await latestCode(rig(), digits))).rejects.toMatchObject(gone)
    expect(await states()).toEqual(['deleted'])
  })

  it('is read by sid and by number, 60 times a minute', async () => {
    const { sid } = await send()
    expect(await service().verifications(to).fetch()).toMatchObject({ sid })
    for (let reads = 2; reads <= 60; reads++) await service().verifications(sid).fetch()
    await expect(service().verifications(sid).fetch()).rejects.toMatchObject({ status: 429, code: 20_429 })
    await rig().post('/clock', { advanceSeconds: 61 })
    expect(await service().verifications(sid).fetch()).toMatchObject({ status: 'pending' })
  })

  it('arrives on the phone like every other text, its code ready to be copied', async () => {
    await send()
    const page = await fetch(`${rig().simulator.url}/phones/${digits}`, { headers: { Accept: 'text/html' } })
    const code = await latestCode(rig(), digits)
    expect(await page.text()).toContain(
      `Partner portal verification code is: <b class="digits" data-copy="${code}">`,
    )
    const home = await fetch(rig().simulator.url, { headers: { Accept: 'text/html' } })
    expect(await home.text()).toContain(`Last text <b class="digits">${code}</b>`)
  })

  it('can be spoken', async () => {
    expect(await send({ channel: 'call' })).toMatchObject({ channel: 'call' })
    expect(await rig().get(`/phones/${digits}/messages`)).toMatchObject([{ via: 'call' }])
  })
})

describe('what the vendor refuses', () => {
  it.each([
    ['a number that does not exist', { to: '+1202' }, 400, 60_200],
    ['an address of mail', { to: 'tess@harbor.example', channel: 'email' }, 400, 60_223],
    ['a code of our own', { customCode: '123456' }, 400, 60_204],
    ['an unknown language', { locale: 'tlh' }, 404, 20_404],
  ])('%s', async (_, more, status, code) => {
    await expect(send(more)).rejects.toMatchObject({ status, code })
    expect(await states()).toEqual([])
  })

  it('a code that can be none, and a check of nothing', async () => {
    await send()
    await expect(check('123')).rejects.toMatchObject({ status: 400, code: 60_200 })
    await expect(check('123456', {})).rejects.toMatchObject({ status: 400, code: 60_200 })
  })

  it('a wrong token, another service, and every other address', async () => {
    const create = { to, channel: 'sms' }
    const stranger = service(verifyService, 'somebody else’s').verifications.create(create)
    await expect(stranger).rejects.toMatchObject({ status: 401, code: 20_003 })
    await expect(service(`VA${'0'.repeat(32)}`).verifications.create(create)).rejects.toMatchObject(gone)
    await expect(service().entities('somebody').fetch()).rejects.toMatchObject(gone)
    expect(await states()).toEqual([])
  })

  it('blocks texts to a prefix for twelve hours, unless the caller disables it', async () => {
    await rig().post('/fraud-guard', { prefix: '+1202555' })
    await expect(send()).rejects.toMatchObject({ status: 403, code: 60_410 })
    expect(await send({ to: '+12125550171' })).toMatchObject({ status: 'pending' })
    expect(await send({ riskCheck: 'disable' })).toMatchObject({ status: 'pending' })
    expect(await send({ channel: 'call' })).toMatchObject({ status: 'pending' })
    await rig().post('/clock', { advanceSeconds: 12 * 3600 })
    expect(await send()).toMatchObject({ status: 'pending' })
  })
})

describe('faults', () => {
  it.each([
    ['500', 500, 20_500],
    ['429', 429, 20_429],
    ['60410', 403, 60_410],
    ['60212', 429, 60_212],
    ['20404', 404, 20_404],
  ])('%s answers with status %i', async (fault, status, code) => {
    await rig().post('/faults', { route: 'verify-send', fault, digits })
    await expect(send()).rejects.toMatchObject({ status, code })
    expect(await send({ to: '+12025550172' })).toMatchObject({ status: 'pending' })
  })

  it.each([
    ['caps-status', { status: 'PENDING' }],
    ['valid-true', { status: 'pending', valid: true }],
    ['other-number', { status: 'approved', to: '+12025550100' }],
    ['other-sid', { status: 'approved', sid: `VE${'0'.repeat(32)}` }],
  ])('%s bends the answer to a wrong code', async (fault, oddity) => {
    const { sid: verificationSid } = await send()
    await rig().post('/faults', { route: 'verify-check', fault, digits })
    expect(await check(await wrong(), { verificationSid })).toMatchObject(oddity)
  })

  it('of other vendors do not touch this one', async () => {
    await rig().post('/faults', { route: 'any', fault: '500' })
    await rig().post('/faults', { route: 'text-create', fault: '500' })
    expect(await send()).toMatchObject({ status: 'pending' })
    for (const fault of ['60010-', 'no-cellphone', '70000']) {
      expect(await rig().post('/faults', { route: 'verify-send', fault }), fault).toHaveProperty('error')
    }
  })
})

describe('every answer fits the vendor’s own description', () => {
  const raw = async (path: string, form?: Record<string, string>) => {
    const answer = await fetch(`${rig().simulator.url}/v2/Services/${verifyService}${path}`, {
      method: form ? 'POST' : 'GET',
      headers: { Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      body: form && new URLSearchParams(form),
    })
    return answer.json()
  }

  it('the description accepts its own examples, and no missing or wrong field', () => {
    for (const example of examples.send) {
      expect(answerProblems('verify.v2.service.verification', example)).toEqual([])
    }
    for (const example of examples.check) {
      expect(answerProblems('verify.v2.service.verification_check', example)).toEqual([])
      expect(
        answerProblems('verify.v2.service.verification_check', { ...Object(example), sid: 'VE1' }),
      ).not.toEqual([])
      const { to: _, ...less } = Object(example)
      expect(answerProblems('verify.v2.service.verification_check', less)).toEqual(['to is missing'])
    }
  })

  it('of a service', async () => {
    expect(answerProblems('verify.v2.service', await raw(''))).toEqual([])
    expect(await service().fetch()).toMatchObject({ sid: verifyService, codeLength: 6 })
  })

  it('of a verification in every state that is shown', async () => {
    const started = await raw('/Verifications', { To: to, Channel: 'sms' })
    const again = await raw('/Verifications', { To: to, Channel: 'call' })
    const read = await raw(`/Verifications/${started.sid}`)
    const canceled = await raw(`/Verifications/${started.sid}`, { Status: 'canceled' })
    expect([started, again, read, canceled].map(({ status }) => status)).toEqual([
      ...['pending', 'pending', 'pending', 'canceled'],
    ])
    for (const body of [started, again, read, canceled]) {
      expect(answerProblems('verify.v2.service.verification', body)).toEqual([])
    }
  })

  it('of a check, wrong and right', async () => {
    await send()
    const checks = [await wrong(), await latestCode(rig(), digits)]
    for (const Code of checks) {
      const body = await raw('/VerificationCheck', { To: to, Code })
      expect(answerProblems('verify.v2.service.verification_check', body)).toEqual([])
    }
  })

  it('and errors have the four fields of the documentation', async () => {
    const error = await raw('/VerificationCheck', { To: to, Code: '123456' })
    expect(Object.keys(error).sort()).toEqual(['code', 'message', 'more_info', 'status'])
    expect(error).toMatchObject({ code: 20_404, status: 404 })
  })
})

it('logs what was asked, by phone, never the credentials', async () => {
  const { sid: verificationSid } = await send({ locale: 'de' })
  await check(await wrong(), { verificationSid })
  const [sent] = Object(await rig().get(`/requests?route=verify-send&digits=${digits}`))
  expect(sent).toMatchObject({ body: { To: to, Locale: 'de' }, headers: { authorization: 'present' } })
  expect(await rig().get(`/requests?route=verify-check&digits=${digits}`)).toHaveLength(1)
  expect(JSON.stringify(await rig().get('/requests'))).not.toMatch(/token-of-the-self-test|Basic/)
})

it('keeps a verification after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'))
  const settings = { authyApiKey: 'k', twilio: twilioAccount, callbackUrl: 'http://127.0.0.1:9/' }
  const start = () =>
    startSimulator({ port: 0, smtpPort: 0, ...settings, statePath: join(folder, 'state.json') })

  const before = await start()
  const { sid } = await service(verifyService, authToken, before.url).verifications.create({
    to,
    channel: 'sms',
  })
  await before.stop()
  const after = await start()
  const read = await service(verifyService, authToken, after.url).verifications(sid).fetch()
  expect(read).toMatchObject({ sid, status: 'pending' })
  await after.stop()
  rmSync(folder, { recursive: true })
})
