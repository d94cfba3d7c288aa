import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, describe, expect, it } from 'vitest'
import { cast } from '../../prisma/cast'
import { latestCode, simulatorForTests, twilioAccount } from './in-process'
import { startSimulator } from './start-simulator'

const rig = simulatorForTests()
const folder = mkdtempSync(join(tmpdir(), 'simulator-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('phones and mail as tests read them', () => {
  it('lists the cast and everyone who was registered', async () => {
    await rig().register('+12025550147')
    const phones = await rig().get('/phones')
    const numbers = cast.flatMap((firm) => firm.people).filter((person) => person.mobileNumber)
    expect(phones).toHaveLength(numbers.length + 1)
    expect(phones).toContainEqual(expect.objectContaining({ digits: '12025550103', owner: 'Tess Lindqvist' }))
    expect(phones).toContainEqual(expect.objectContaining({ owner: '12025550147@firm.example' }))
  })

  it('logs calls and whether the key came, never the key', async () => {
    await rig().register('+12025550147')
    const log = await rig().get('/requests?route=register')
    expect(log).toMatchObject([
      { method: 'POST', digits: '12025550147', headers: { 'x-authy-api-key': 'present' } },
    ])
    expect(JSON.stringify(log)).not.toContain('key-of-the-self-test')
  })

  it('catches mail by address, newest first, and can refuse it', async () => {
    const mailer = nodemailer.createTransport({ host: '127.0.0.1', port: rig().simulator.smtpPort })
    const mail = {
      from: 'portal@portal.example',
      to: 'tech1@firm.example',
      text: 'Hello',
      html: '<b>Hello</b>',
    }
    await mailer.sendMail({ ...mail, subject: 'First' })
    await mailer.sendMail({ ...mail, subject: 'Second' })
    const mails = await rig().get('/mails?to=tech1@firm.example')
    expect(mails).toMatchObject([
      { subject: 'Second', html: '<b>Hello</b>' },
      { subject: 'First', text: 'Hello' },
    ])

    await rig().post('/faults', { route: 'smtp', fault: '550', to: 'tech1@firm.example' })
    await expect(mailer.sendMail({ ...mail, subject: 'Third' })).rejects.toHaveProperty('responseCode', 550)
    expect(await rig().get('/mails?to=other@firm.example')).toEqual([])
  })

  it('shows pages to people and JSON to programs at the same address', async () => {
    const address = `${rig().simulator.url}/phones/12025550103`
    const page = await fetch(address, { headers: { Accept: 'text/html' } })
    expect(await page.text()).toContain('<title>Demo phones</title>')
    expect(await (await fetch(address)).json()).toHaveProperty('owner', 'Tess Lindqvist')
  })

  it('escapes what the portal sent', async () => {
    const authyId = await rig().register('+12025550147')
    await rig().client.createApprovalRequest({ authyId, message: '<img src=x>' }, { ttl: 60 })
    const page = await fetch(`${rig().simulator.url}/phones/12025550147`, {
      headers: { Accept: 'text/html' },
    })
    expect(await page.text()).not.toContain('<img src=x>')
  })

  it('keeps people and open texts after a restart', async () => {
    const vendors = { authyApiKey: 'k', twilio: twilioAccount, callbackUrl: 'http://127.0.0.1:9/' }
    const settings = { port: 0, smtpPort: 0, ...vendors }
    const statePath = join(folder, 'deep', 'state.json')
    const first = await startSimulator({ ...settings, statePath })
    const headers = { 'X-Authy-API-Key': 'k' }
    const body = 'user[cellphone]=2025550148&user[country_code]=1&user[email]=a@firm.example'
    const registered = await fetch(`${first.url}/protected/json/users/new`, { method: 'POST', headers, body })
    const { id } = Object(await registered.json()).user
    await fetch(`${first.url}/protected/json/sms/${id}?force=true`, { headers })
    const code = await latestCode(
      { ...rig(), get: async (path) => (await fetch(first.url + path)).json() },
      '12025550148',
    )
    await first.stop()

    const second = await startSimulator({ ...settings, statePath })
    const checked = await fetch(`${second.url}/protected/json/verify/${code}/${id}?force=true`, { headers })
    expect(await checked.json()).toHaveProperty('success', 'true')
    await second.stop()
  })
})
