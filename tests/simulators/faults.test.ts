import { describe, expect, it } from 'vitest'
import { latestCode, simulatorForTests } from './in-process'

const rig = simulatorForTests()
const digits = '12025550145'
const phone = `+${digits}`

describe('faults', () => {
  it.each([
    ['html', 200],
    ['empty', 200],
    ['201', 201],
    ['302', 302],
    ['429', 429],
    ['429-retry-after', 429],
    ['500', 500],
    ['503-html', 503],
    ['60015', 503],
    ['success-false', 200],
  ])('%s answers %i once and no more', async (fault, status) => {
    const path = `/protected/json/sms/${await rig().register(phone)}?force=true`
    await rig().post('/faults', { route: 'sms', fault, times: 1 })
    expect((await rig().vendor(path)).status).toBe(status)
    expect(await (await rig().vendor(path)).json()).toHaveProperty('success', true)
  })

  it('hangs without having sent, or after having sent', async () => {
    const authyId = await rig().register(phone)
    for (const fault of ['hang', 'hang-after']) {
      await rig().post('/faults', { route: 'sms', fault, delayMs: 3000, times: 1 })
      const sent = rig().client.requestSms({ authyId }, { force: true })
      await expect(sent).rejects.toHaveProperty('code', expect.stringMatching(/TIMEDOUT/))
      expect(await latestCode(rig(), digits)).toMatch(fault === 'hang' ? /^$/ : /^\d{6}$/)
    }
  })

  it('breaks the connection', async () => {
    await rig().post('/faults', { route: 'app-details', fault: 'reset' })
    await expect(rig().client.getApplicationDetails()).rejects.toHaveProperty('code', 'ECONNRESET')
  })

  it('answers like a right token to a wrong one, but for the success flag', async () => {
    const authyId = await rig().register(phone)
    await rig().post('/faults', { route: 'verify', fault: 'success-false' })
    const answer = await rig().client.verifyToken({ authyId, token: '000000' }, { force: true })
    expect(answer).toMatchObject({ success: 'false', token: 'is valid' })
  })

  it('sends the client to a host that agrees to everything', async () => {
    const authyId = await rig().register(phone)
    await rig().post('/faults', { route: 'verify', fault: '302' })
    const answer = await rig().client.verifyToken({ authyId, token: '000000' }, { force: true })
    expect(answer).toHaveProperty('token', 'is valid')
    expect(await rig().get('/requests?route=elsewhere')).toHaveLength(1)
  })

  it.each([
    ['other-uuid', 'uuid'],
    ['other-person', '_authy_id'],
    ['caps-status', 'status'],
  ])('%s bends the answer about a push', async (fault, field) => {
    const authyId = await rig().register(phone)
    const { approval_request } = await rig().client.createApprovalRequest(
      { authyId, message: 'Sign in?' },
      { ttl: 60 },
    )
    await rig().post('/faults', { route: 'push-status', fault })
    const answer = await rig().vendor(`/onetouch/json/approval_requests/${approval_request.uuid}`)
    const truth: Record<string, unknown> = {
      uuid: approval_request.uuid,
      _authy_id: Number(authyId),
      status: 'pending',
    }
    expect(Object(await answer.json()).approval_request[field]).not.toEqual(truth[field])
  })

  it.each([
    ['no-cellphone', { cellphone: undefined }],
    ['ignored-text', { ignored: 'true' }],
  ])('%s makes the client doubt a text that was sent', async (fault, oddity) => {
    const authyId = await rig().register(phone)
    await rig().post('/faults', { route: 'sms', fault, times: 1 })
    await expect(rig().client.requestSms({ authyId }, { force: true })).rejects.toHaveProperty('code', 500)
    await rig().post('/faults', { route: 'sms', fault })
    const answer = Object(await (await rig().vendor(`/protected/json/sms/${authyId}?force=true`)).json())
    expect({ ...oddity, ...answer }).toMatchObject(oddity)
    expect(await latestCode(rig(), digits)).toMatch(/^\d{6}$/)
  })

  it('touches one phone only when limited to it', async () => {
    const one = await rig().register(phone)
    const other = await rig().register('+12025550146')
    await rig().post('/faults', { route: 'any', fault: '500', digits })
    expect((await rig().vendor(`/protected/json/users/${one}/status`)).status).toBe(500)
    expect((await rig().vendor(`/protected/json/users/${other}/status`)).status).toBe(200)
  })

  it('clears the faults of one phone and leaves the others', async () => {
    await rig().post('/faults', { route: 'sms', fault: '500', digits })
    await rig().post('/faults', { route: 'sms', fault: '500', digits: '12025550146' })
    await fetch(`${rig().simulator.url}/faults?digits=${digits}`, { method: 'DELETE' })
    expect(await rig().get('/faults')).toMatchObject([{ digits: '12025550146' }])
  })

  it('refuses a fault that does not exist', async () => {
    expect(await rig().post('/faults', { route: 'sms', fault: 'rain' })).toHaveProperty('error')
    expect(await rig().post('/faults', { route: 'moon', fault: '500' })).toHaveProperty('error')
  })
})
