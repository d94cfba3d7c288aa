import { createHmac } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { canonicalParams } from '@/lib/providers/authy-signature'
import { type SecurityEvent, securityEventCounts } from '@/lib/security-events'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { callbackPath, receiveCallback } from '@/lib/sign-in-methods/push/receive-callback'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'
import { simulatedAuthy } from '../../authy'
import { makePending } from '../../pending'
import { makeRegistered } from '../../registered'
import { waitingPush } from './waiting-push'

const authy = simulatedAuthy()

async function sentPush() {
  const sent = await waitingPush(authy)
  const status = async () => (await db.push.findUniqueOrThrow({ where: { id: sent.pushId } })).status
  return { ...sent, status }
}

type Claim = { uuid: string; authyId: string; status?: string; key?: string; nonce?: string }

function callback({ uuid, authyId, status = 'approved', key = env.AUTHY_API_KEY, nonce }: Claim) {
  const body = {
    authy_id: Number(authyId),
    device_uuid: 4711,
    callback_action: 'approval_request_status',
    uuid,
    status,
    approval_request: { transaction: { status, uuid, hidden_details: null } },
  }
  const usedNonce = nonce ?? `${Date.now() / 1000 + Math.random()}`
  const text = [usedNonce, 'POST', env.PORTAL_URL + callbackPath, canonicalParams(body)].join('|')
  const signature = createHmac('sha256', key).update(text).digest('base64')
  const headers = new Headers({ 'x-authy-signature': signature, 'x-authy-signature-nonce': usedNonce })
  return [headers, JSON.stringify(body)] as const
}

test('a callback changes the push only as far as the vendor confirms', async () => {
  const { tech, uuid, status } = await sentPush()
  const claim = { uuid, authyId: tech.vendorUserId }

  expect(await receiveCallback(...callback(claim))).toBe('accepted')
  expect(await status()).toBe('pending')
  await authy.answer(tech.mobileNumber, uuid, 'approve')
  expect(await receiveCallback(...callback(claim))).toBe('accepted')
  expect(await status()).toBe('approved')
})

test('the same callback twice is taken once', async () => {
  const { tech, uuid } = await sentPush()
  const twice = callback({ uuid, authyId: tech.vendorUserId })
  expect(await receiveCallback(...twice)).toBe('accepted')
  expect(await receiveCallback(...twice)).toBe('ignored')
})

test('an answer that comes before the id of the push is stored counts', async () => {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  const opened = await createPush(pending)
  if (!opened.ok) throw new Error(opened.reason)
  await authy.fault('push', 'slow', tech.mobileNumber)
  const sending = sendPush(opened.value)
  const [push] = await vi.waitFor(async () => {
    const arrived = await authy.pushes(tech.mobileNumber)
    expect(arrived).toHaveLength(1)
    return arrived
  })
  const uuid = push?.uuid ?? ''
  await authy.answer(tech.mobileNumber, uuid, 'approve')
  await receiveCallback(...callback({ uuid, authyId: tech.vendorUserId }))
  await sending
  const { status } = await db.push.findUniqueOrThrow({ where: { id: opened.value.pushId } })
  expect(status).toBe('approved')
})

test('forged, unsigned and old callbacks are refused', async () => {
  const { tech, uuid, status } = await sentPush()
  await authy.answer(tech.mobileNumber, uuid, 'approve')
  const claim = { uuid, authyId: tech.vendorUserId }
  const old = String(Math.floor(Date.now() / 1000) - 3600)

  expect(await receiveCallback(...callback({ ...claim, key: 'another key' }))).toBe('refused')
  expect(await receiveCallback(new Headers(), callback(claim)[1])).toBe('refused')
  expect(await receiveCallback(...callback({ ...claim, nonce: old }))).toBe('refused')
  expect(await receiveCallback(new Headers(), 'not json')).toBe('unreadable')
  expect(await receiveCallback(new Headers(), null)).toBe('unreadable')
  expect(await status()).toBe('pending')
})

test('a callback for another person or an unknown push changes nothing', async () => {
  const { tech, uuid, status } = await sentPush()
  await authy.answer(tech.mobileNumber, uuid, 'approve')
  expect(await receiveCallback(...callback({ uuid, authyId: '1' }))).toBe('accepted')
  expect(await receiveCallback(...callback({ uuid: crypto.randomUUID(), authyId: tech.vendorUserId }))).toBe(
    'accepted',
  )
  expect(await status()).toBe('pending')
})

test('late and unordered callbacks leave an end state as it is', async () => {
  const { tech, uuid, status } = await sentPush()
  await authy.answer(tech.mobileNumber, uuid, 'deny')
  await receiveCallback(...callback({ uuid, authyId: tech.vendorUserId, status: 'denied' }))
  await receiveCallback(...callback({ uuid, authyId: tech.vendorUserId, status: 'approved' }))
  expect(await status()).toBe('denied')
})

test('a signed callback that fits no open push is counted under its own name', async () => {
  const { tech, uuid } = await sentPush()
  const authyId = tech.vendorUserId
  const repeated = callback({ uuid, authyId })
  const counted = async (event: SecurityEvent, sent: ReturnType<typeof callback>) => {
    const before = securityEventCounts.get(event) ?? 0
    await receiveCallback(...sent)
    expect(securityEventCounts.get(event), event).toBe(before + 1)
  }
  await counted('callback-unknown-push', callback({ uuid: crypto.randomUUID(), authyId }))
  await counted('callback-foreign-push', callback({ uuid, authyId: '1' }))
  await counted('callback-forged', callback({ uuid, authyId, key: 'another key' }))
  await authy.answer(tech.mobileNumber, uuid, 'approve')
  await receiveCallback(...repeated)
  await counted('callback-repeated', repeated)
  await counted('callback-ended-push', callback({ uuid, authyId }))
})
