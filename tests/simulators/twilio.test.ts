import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import twilio from 'twilio'
import { afterAll, describe, expect, it } from 'vitest'
import { simulatorForTests, twilioAccount } from './in-process'
import { startSimulator } from './start-simulator'

const rig = simulatorForTests()
const folder = mkdtempSync(join(tmpdir(), 'simulator-'))
afterAll(() => rmSync(folder, { recursive: true }))

const digits = '12025550151'
const to = `+${digits}`
const from = '+15005550006'

function client(authToken = twilioAccount.authToken) {
  const one = twilio(twilioAccount.accountSid, authToken, { timeout: 1000 })
  one.api.baseUrl = rig().simulator.url
  return one
}

async function showPhone() {
  const page = await fetch(`${rig().simulator.url}/phones/${digits}`, { headers: { Accept: 'text/html' } })
  return page.text()
}

describe('texts as the vendor’s own client sends and reads them', () => {
  it('queues a text and shows it on the phone at once', async () => {
    const text = await client().messages.create({ to, from, body: 'Hello' })
    expect(text.sid).toMatch(/^SM[0-9a-f]{32}$/)
    expect(text).toMatchObject({ to, from, body: 'Hello', status: 'queued', dateSent: null, errorCode: null })
    expect(Math.abs(text.dateCreated.getTime() - Date.now())).toBeLessThan(5000)
    expect(await rig().get(`/phones/${digits}/messages`)).toMatchObject([{ to, body: 'Hello', code: '' }])
  })

  it('lists newest first, by number, over several pages', async () => {
    for (const body of ['one', 'two', 'three']) await client().messages.create({ to, from, body })
    await client().messages.create({ to: '+12025550152', from, body: 'of somebody else' })
    const texts = await client().messages.list({ to, pageSize: 2 })
    expect(texts.map((text) => text.body)).toEqual(['three', 'two', 'one'])
    expect(await rig().get('/requests?route=text-list')).toHaveLength(2)
    expect(await client().messages.list({ to, limit: 1 })).toHaveLength(1)
  })

  it('finds a text by its date of sending only once it is sent', async () => {
    await client().messages.create({ to, from, body: 'Hello' })
    const dateSentAfter = new Date(Date.now() - 60_000)
    expect(await client().messages.list({ to, dateSentAfter })).toEqual([])
    await rig().post('/clock', { advanceSeconds: 10 })
    expect(await client().messages.list({ to, dateSentAfter })).toMatchObject([{ status: 'delivered' }])
    expect(await client().messages.list({ to, dateSentBefore: dateSentAfter })).toEqual([])
  })

  it('refuses a wrong token, another account, and every other address', async () => {
    const wrong = client('somebody else’s').messages.create({ to, from, body: 'Hello' })
    await expect(wrong).rejects.toMatchObject({ status: 401, code: 20_003 })
    const other = client()
    other.accountSid = `AC${'0'.repeat(32)}`
    await expect(other.messages.list({ to })).rejects.toMatchObject({ status: 404, code: 20_404 })
    await expect(client().messages('SM0').fetch()).rejects.toMatchObject({ status: 404 })
    expect(await rig().get(`/phones/${digits}/messages`)).toEqual([])
  })

  it.each([
    ['an impossible number', { to: '+1202', from, body: 'x' }, 21_211],
    ['no sender', { to, body: 'x' }, 21_603],
    ['no body', { to, from, body: '' }, 21_602],
    ['1,601 characters', { to, from, body: 'x'.repeat(1601) }, 21_617],
  ])('refuses %s', async (_, text, code) => {
    await expect(client().messages.create(text)).rejects.toMatchObject({ status: 400, code })
  })

  it('logs what was asked, never the credentials', async () => {
    await client().messages.create({ to, from, body: 'Hello' })
    const log = await rig().get(`/requests?route=text-create&digits=${digits}`)
    expect(log).toMatchObject([{ body: { Body: 'Hello' }, headers: { authorization: 'present' } }])
    expect(JSON.stringify(log)).not.toMatch(/token-of-the-self-test|Basic/)
  })
})

describe('faults of texts', () => {
  it.each([
    ['500', 500, 20_500],
    ['429', 429, 20_429],
    ['21610', 400, 21_610],
  ])('%s answers with status %i in the words of this vendor', async (fault, status, code) => {
    await rig().post('/faults', { route: 'text-create', fault, digits })
    await expect(client().messages.create({ to, from, body: 'x' })).rejects.toMatchObject({ status, code })
    await client().messages.create({ to: '+12025550152', from, body: 'for another phone' })
  })

  it('of the other vendor do not touch texts', async () => {
    await rig().post('/faults', { route: 'any', fault: '500' })
    await client().messages.create({ to, from, body: 'Hello' })
    expect(await rig().post('/faults', { route: 'text-create', fault: '60003' })).toHaveProperty('error')
  })
})

describe('the phone page', () => {
  it('makes web addresses of a text tappable, and nothing else', async () => {
    const body =
      'Stop: https://portal.example/stop?a=1&b="2". javascript:alert(1) <a href="https://x.example">x</a>'
    await client().messages.create({ to, from, body })
    const page = await showPhone()
    const links = [...page.matchAll(/<a href="(http[^"]*)" target="_blank" rel="noopener noreferrer">/g)]
    expect(links.map(([, href]) => href)).toEqual([
      'https://portal.example/stop?a=1&amp;b=',
      'https://x.example/',
    ])
    expect(page).toContain('javascript:alert(1) &lt;a href=')
  })

  it('leaves the full stop behind an address alone', async () => {
    await client().messages.create({ to, from, body: 'See https://portal.example/stop/abc-1_2.' })
    expect(await showPhone()).toContain('>https://portal.example/stop/abc-1_2</a>.')
  })

  it('puts the app on a tablet too, and takes it off again', async () => {
    const authyId = await rig().register(to)
    const devices = async () => (await rig().client.getUserStatus({ authyId })).status.devices
    expect(await devices()).toEqual(['iphone'])

    const headers = { Accept: 'text/html' }
    const press = (value: string) =>
      fetch(`${rig().simulator.url}/phones/${digits}/devices`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ devices: value }),
      })
    expect(await showPhone()).toContain('<button name="devices" value="iphone,ipad">Install on a tablet')
    await press('iphone,ipad')
    expect(await devices()).toEqual(['iphone', 'ipad'])
    expect(await showPhone()).toContain('<button name="devices" value="iphone">Uninstall from the tablet')
  })

  it('has the app nowhere when there is no device', async () => {
    const authyId = await rig().register(to)
    await rig().post(`/phones/${digits}/devices`, { devices: [] })
    const { status } = await rig().client.getUserStatus({ authyId })
    expect(status).toMatchObject({ registered: false, devices: [] })
    expect(await rig().get(`/phones/${digits}`)).toMatchObject({ installed: false })
  })
})

it('keeps texts and devices after a restart, also from a file of an older simulator', async () => {
  const statePath = join(folder, 'state.json')
  const vendors = { authyApiKey: 'k', twilio: twilioAccount, callbackUrl: 'http://127.0.0.1:9/' }
  const start = () => startSimulator({ port: 0, smtpPort: 0, ...vendors, statePath })
  const read = async (url: string) => Object(await (await fetch(`${url}/phones/${digits}`)).json())

  const before = await start()
  const sender = client()
  sender.api.baseUrl = before.url
  await sender.messages.create({ to, from, body: 'Hello' })
  await fetch(`${before.url}/phones/${digits}/devices`, { method: 'POST', body: '{"devices":["ipad"]}' })
  await before.stop()

  const after = await start()
  expect(await read(after.url)).toMatchObject({ devices: ['ipad'], messages: [{ body: 'Hello' }] })
  sender.api.baseUrl = after.url
  expect(await sender.messages.list({ to })).toMatchObject([{ body: 'Hello' }])
  await after.stop()

  const { texts, ...saved } = JSON.parse(readFileSync(statePath, 'utf8'))
  for (const phone of saved.phones) delete phone.devices
  writeFileSync(statePath, JSON.stringify(saved))
  const old = await start()
  expect(await read(old.url)).toMatchObject({ devices: ['iphone'], messages: [{ body: 'Hello' }] })
  await old.stop()
})
