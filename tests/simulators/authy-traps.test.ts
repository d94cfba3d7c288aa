import http from 'node:http'
import { describe, expect, it } from 'vitest'
import { authyApiKey, latestCode, simulatorForTests, tokenOf } from './in-process'

const rig = simulatorForTests()
const digits = '12025550142'
const phone = `+${digits}`

describe('what surprises applications', () => {
  it('says yes to any token without force while the person has no app', async () => {
    const authyId = await rig().register(phone)
    await rig().post(`/phones/${digits}/app`, { installed: false })
    expect(await rig().client.verifyToken({ authyId, token: '000000' })).toHaveProperty('success', 'true')
    await expect(
      rig().client.verifyToken({ authyId, token: '000000' }, { force: true }),
    ).rejects.toMatchObject({
      code: 401,
      body: { error_code: '60020' },
    })
  })

  it('ignores a text without force when the app is there', async () => {
    const authyId = await rig().register(phone)
    expect(await rig().client.requestSms({ authyId })).toMatchObject({ ignored: true, device: 'iphone' })
    expect(await rig().get(`/phones/${digits}/messages`)).toEqual([])
  })

  it('sends the same code again until ten minutes have passed', async () => {
    const authyId = await rig().register(phone)
    const codes: string[] = []
    for (const wait of [0, 599, 2]) {
      await rig().post('/clock', { advanceSeconds: wait })
      await rig().client.requestSms({ authyId }, { force: true })
      codes.push(await latestCode(rig(), digits))
    }
    expect(codes[1]).toBe(codes[0])
    expect(codes[2]).not.toBe(codes[0])
  })

  it('accepts the app token of one step ago and not of two', async () => {
    const authyId = await rig().register(phone)
    const token = await tokenOf(rig(), digits)
    await rig().post('/clock', { advanceSeconds: 20 })
    await expect(rig().client.verifyToken({ authyId, token }, { force: true })).rejects.toMatchObject({
      code: 401,
    })
    await rig().post('/clock', { advanceSeconds: -10 })
    expect(await rig().client.verifyToken({ authyId, token }, { force: true })).toHaveProperty(
      'success',
      'true',
    )
  })

  it('knows a person by number: another e-mail gets the same id, also after a reset', async () => {
    const ids: number[] = []
    for (const email of ['one@firm.example', 'two@firm.example']) {
      ids.push((await rig().client.registerUser({ countryCode: '1', email, phone })).user.id)
    }
    await rig().post('/reset', {})
    ids.push(Number(await rig().register(phone)))
    expect(new Set(ids).size).toBe(1)
  })

  it('refuses a number that cannot be with 60027', async () => {
    const body = JSON.stringify({ user: { cellphone: '12', country_code: 1, email: 'a@firm.example' } })
    const answer = await rig().vendor('/protected/json/users/new', { method: 'POST', body })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      error_code: '60027',
      cellphone: 'is invalid',
      success: false,
    })
  })

  it('takes forms as well as JSON', async () => {
    const form = 'user[cellphone]=202-555-0142&user[country_code]=1&user[email]=a%40firm.example'
    const answer = await rig().vendor('/protected/json/users/new', { method: 'POST', body: form })
    expect(await answer.json()).toMatchObject({ success: true, message: 'User created successfully.' })
  })

  it('refuses a push to a phone without the app, and knows no strange push', async () => {
    const authyId = await rig().register(phone)
    await rig().post(`/phones/${digits}/app`, { installed: false })
    await expect(rig().client.createApprovalRequest({ authyId, message: 'Sign in?' })).rejects.toMatchObject({
      body: { error_code: '60050' },
    })
    await expect(rig().client.getApprovalRequest({ id: 'nothing' })).rejects.toMatchObject({
      code: 404,
      body: { error_code: '60049', errors: {} },
    })
  })

  it('answers a page, not JSON, to an empty token and to unknown paths', async () => {
    for (const path of ['/protected/json/verify//1635', '/protected/json/nothing']) {
      const answer = await rig().vendor(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('not found')
    }
  })

  it('wants the key', async () => {
    const answer = await rig().vendor('/protected/json/app/details', {
      headers: { 'X-Authy-API-Key': 'wrong' },
    })
    expect(await answer.json()).toMatchObject({ error_code: '60001' })
  })

  it.each(['../sms', '..%2Fsms', '%2e%2e/sms'])('sends a token of %s as a text', async (token) => {
    const authyId = await rig().register(phone)
    const answer = await rawGet(
      `${rig().simulator.url}/protected/json/verify/`,
      `${token}/${authyId}?force=true`,
    )
    expect(answer).toMatchObject({ success: true, message: 'SMS token was sent' })
    expect(await latestCode(rig(), digits)).toMatch(/^\d{6}$/)
  })

  it('never receives such a token from the client package', async () => {
    const authyId = await rig().register(phone)
    const checked = rig().client.verifyToken({ authyId, token: '../sms' }, { force: true })
    await expect(checked).rejects.toMatchObject({ code: 400 })
    expect(await rig().get('/requests?route=sms')).toEqual([])
  })

  it('takes one token once, however many ask at the same time', async () => {
    const authyId = await rig().register(phone)
    const path = `/protected/json/verify/${await tokenOf(rig(), digits)}/${authyId}?force=true`
    const answers = await Promise.all(Array.from({ length: 20 }, () => rig().vendor(path)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  })

  it('reports a recovered account and is silent until then', async () => {
    const authyId = await rig().register(phone)
    await rig().post(`/phones/${digits}/recovery`, { afterSeconds: 86_400 })
    expect(await rig().get(`/phones/${digits}/token`)).toHaveProperty('token', null)
    await rig().post('/clock', { advanceSeconds: 86_401 })
    const token = await tokenOf(rig(), digits)
    const answer = await rig().client.verifyToken({ authyId, token }, { force: true })
    expect(answer.device).toHaveProperty('last_account_recovery_at', expect.any(Number))
  })

  it('keeps the id when the person changes the number', async () => {
    const authyId = await rig().register(phone)
    await rig().post(`/phones/${digits}/number`, { digits: '12025550143' })
    const { status } = await rig().client.getUserStatus({ authyId })
    expect(status.phone_number).toBe('XXX-XXX-0143')
    expect(await rig().register(phone)).not.toBe(authyId)
  })
})

/** `fetch` would tidy the path before sending it. */
function rawGet(base: string, rest: string): Promise<unknown> {
  const { hostname, port, pathname } = new URL(base)
  const headers = { 'X-Authy-API-Key': authyApiKey }
  return new Promise((resolve, reject) => {
    http
      .get({ hostname, port, path: pathname + rest, headers }, async (response) => {
        resolve(JSON.parse(Buffer.concat(await response.toArray()).toString()))
      })
      .on('error', reject)
  })
}
