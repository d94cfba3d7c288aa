import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { abandonSignIn } from '@/lib/sign-in/abandon-sign-in'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { getOffer } from '@/lib/sign-in/second-step'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { makeEmployee, makeFirm } from '../../factories'
import { makePending } from '../../pending'

const enough = { ok: false, reason: 'too-many-pushes' }

async function makeTech({ requiresSecondFactor = true } = {}) {
  const vendorUserId = String(Math.random()).slice(2, 10)
  return makeEmployee(await makeFirm({ requiresSecondFactor }), { vendorUserId })
}

async function send(pending: PendingSignIn) {
  expect(await createPush(pending)).toMatchObject({ ok: true })
}

test('denying does not make room for the next push', async () => {
  const tech = await makeTech()
  for (let pushes = 0; pushes < 3; pushes++) {
    await send(await makePending(tech))
    await db.push.updateMany({
      where: { employeeId: tech.id, status: 'sending' },
      data: { status: 'denied' },
    })
  }
  expect(await createPush(await makePending(tech))).toEqual(enough)
})

test('starting again does not make room for the next push', async () => {
  const tech = await makeTech()
  for (let pushes = 0; pushes < 3; pushes++) {
    const pending = await makePending(tech)
    await send(pending)
    await abandonSignIn(pending)
  }
  expect(await createPush(await makePending(tech))).toEqual(enough)
})

test('a sign-in that was abandoned cannot be finished', async () => {
  const pending = await makePending(await makeTech())
  await abandonSignIn(pending)
  const token = { kind: 'token', method: 'text', digest: crypto.randomUUID() } as const
  expect(await finishSignIn(pending, token)).toEqual({ ok: false, reason: 'ended' })
})

test('a sign-in with the second factor resets the count, by the password alone not', async () => {
  const [withRule, without] = [await makeTech(), await makeTech({ requiresSecondFactor: false })]
  for (const tech of [withRule, without]) {
    for (let pushes = 0; pushes < 3; pushes++) await send(await makePending(tech, { purpose: 'step_up' }))
  }
  const token = { kind: 'token', method: 'text', digest: crypto.randomUUID() } as const
  expect(await finishSignIn(await makePending(withRule), token)).toMatchObject({ ok: true })
  const password = await finishSignIn(await makePending(without), { kind: 'password' })
  expect(password).toMatchObject({ ok: true })

  await send(await makePending(withRule))
  expect(await createPush(await makePending(without))).toEqual(enough)
})

test('after three alerts the offer says when the next one can be sent', async () => {
  const tech = await makeTech()
  const pending = await makePending(tech)
  for (let pushes = 0; pushes < 3; pushes++) await send(pending)
  expect(await getOffer(pending)).toMatchObject({ pushesPausedUntil: null })

  await db.push.updateMany({ where: { employeeId: tech.id }, data: { status: 'expired' } })
  const [oldest] = await db.push.findMany({ where: { employeeId: tech.id }, orderBy: { createdAt: 'asc' } })
  expect(await getOffer(pending)).toMatchObject({
    pushesPausedUntil: new Date((oldest?.createdAt.getTime() ?? 0) + 10 * 60_000),
    closed: [{ method: 'push', why: 'pushes-paused' }],
  })
})
