import { describe, expect, it } from 'vitest'
import { latestCode, pushStatus, simulatorForTests, tokenOf } from './in-process'

const rig = simulatorForTests()
const digits = '12025550141'
const phone = `+${digits}`

describe('the vendor’s own client accepts every answer', () => {
  it('registers a person and reads the status', async () => {
    const authyId = await rig().register(phone)
    const { status } = await rig().client.getUserStatus({ authyId }, { ip: '192.0.2.1' })
    expect(status).toMatchObject({
      authy_id: Number(authyId),
      registered: true,
      phone_number: 'XXX-XXX-0141',
    })
  })

  it('removes a person, who is unknown afterwards', async () => {
    const authyId = await rig().register(phone)
    await rig().client.deleteUser({ authyId })
    await expect(rig().client.getUserStatus({ authyId })).rejects.toMatchObject({ code: 404 })
  })

  it('registers an activity', async () => {
    const authyId = await rig().register(phone)
    const answer = await rig().client.registerActivity(
      { authyId, data: {}, type: 'banned' },
      { ip: '192.0.2.1' },
    )
    expect(answer.success).toBe(true)
  })

  it('sends a text whose code is right once', async () => {
    const authyId = await rig().register(phone)
    await rig().client.requestSms({ authyId }, { force: true })
    const token = await latestCode(rig(), digits)
    const answer = await rig().client.verifyToken({ authyId, token }, { force: true })
    expect(answer).toMatchObject({ success: 'true', token: 'is valid' })
    await expect(rig().client.verifyToken({ authyId, token }, { force: true })).rejects.toMatchObject({
      code: 401,
      body: { error_code: '60019' },
    })
  })

  it('calls with a code', async () => {
    const authyId = await rig().register(phone)
    const answer = await rig().client.requestCall({ authyId }, { force: true })
    expect(answer.message).toContain('Call started')
  })

  it('accepts the token of the app once and reports the device', async () => {
    const authyId = await rig().register(phone)
    const token = await tokenOf(rig(), digits)
    expect(token).toMatch(/^\d{7}$/)
    const answer = await rig().client.verifyToken({ authyId, token }, { force: true })
    expect(answer.device).toMatchObject({ last_account_recovery_at: null })
    await expect(rig().client.verifyToken({ authyId, token }, { force: true })).rejects.toMatchObject({
      body: { error_code: '60019' },
    })
  })

  it.each([
    ['approve', 'approved'],
    ['deny', 'denied'],
  ])('sends a push and reads its answer: %s', async (answer, status) => {
    const authyId = await rig().register(phone)
    const push = { authyId, message: 'Sign in?', details: { visible: { Number: '42', Place: 'Berlin' } } }
    const { approval_request } = await rig().client.createApprovalRequest(push, { ttl: 120 })
    await rig().post(`/phones/${digits}/pushes/${approval_request.uuid}`, { answer })

    const read = await rig().client.getApprovalRequest({ id: approval_request.uuid })
    expect(read.approval_request).toMatchObject({
      status,
      _authy_id: Number(authyId),
      seconds_to_expire: 120,
    })
  })

  it('lets a push expire for good', async () => {
    const authyId = await rig().register(phone)
    const { approval_request } = await rig().client.createApprovalRequest(
      { authyId, message: 'Sign in?' },
      { ttl: 120 },
    )
    await rig().post('/clock', { advanceSeconds: 121 })
    await rig().post(`/phones/${digits}/pushes/${approval_request.uuid}`, { answer: 'approve' })
    expect(await pushStatus(rig(), digits)).toBe('expired')
  })

  it('answers the rest of the client', async () => {
    const { client } = rig()
    const number = { countryCode: '1', phone }
    expect(await client.getApplicationDetails()).toHaveProperty('app')
    expect(await client.getApplicationStatistics()).toHaveProperty('count', 12)
    expect(await client.getPhoneInformation(number)).toHaveProperty('type', 'cellphone')
    expect(await client.startPhoneVerification({ ...number, via: 'sms' })).toHaveProperty(
      'is_cellphone',
      true,
    )
    expect(await client.verifyPhone({ ...number, token: '1234' })).toHaveProperty('success', true)
  })
})
