import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { publishPending } from '@/lib/session/pending-events'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { coalesced } from '@/lib/sign-in-methods/push/coalesced'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { followPush } from '@/lib/sign-in-methods/push/follow-push'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'
import { settleOverdue } from '@/lib/sign-in-methods/push/settle-push'
import { simulatedAuthy } from '../../authy'
import { makePending } from '../../pending'
import { makeRegistered } from '../../registered'

const authy = simulatedAuthy()

async function waitingPush() {
  const tech = await makeRegistered()
  const pending = await makePending(tech)
  const opened = await createPush(pending)
  if (!opened.ok) throw new Error(opened.reason)
  await sendPush(opened.value)
  const [push] = await authy.pushes(tech.mobileNumber)
  if (!push) throw new Error('No push arrived')
  const { pushId } = opened.value
  const age = (seconds: number) =>
    db.$executeRaw`update push set created_at = created_at - make_interval(secs => ${seconds}),
      expires_at = expires_at - make_interval(secs => ${seconds}),
      last_asked_at = last_asked_at - make_interval(secs => ${seconds}) where id = ${pushId}::uuid`
  return { tech, pending, pushId, uuid: push.uuid, age }
}

function follow({ pendingId }: PendingSignIn) {
  const seen: string[] = []
  return { seen, stop: followPush(pendingId, (status) => seen.push(status)) }
}

test('what happens during a look is looked at again, once', async () => {
  const looks: Array<() => void> = []
  const look = coalesced(() => new Promise((resolve) => looks.push(resolve)))
  for (let times = 0; times < 3; times += 1) look()
  expect(looks).toHaveLength(1)
  looks[0]?.()
  await pause(0)
  expect(looks).toHaveLength(2)
  looks[1]?.()
  await pause(0)
  expect(looks).toHaveLength(2)
})

test('a follower sees the news that PostgreSQL sends, and nothing twice', async () => {
  const { pending, pushId } = await waitingPush()
  const { seen, stop } = follow(pending)
  await vi.waitFor(() => expect(seen).toEqual(['pending']))
  await db.push.update({ where: { id: pushId }, data: { status: 'approved' } })
  for (let times = 0; times < 3; times += 1) await publishPending(db, pending.pendingId)
  await vi.waitFor(() => expect(seen).toEqual(['pending', 'approved']))
  stop()
})

test('a follower sees the expiry, of which nobody sends news', async () => {
  const { pending, age } = await waitingPush()
  await age(119)
  const { seen, stop } = follow(pending)
  await vi.waitFor(() => expect(seen).toEqual(['pending', 'expired']), { timeout: 10_000 })
  stop()
})

test('the answer whose callback got lost is asked for, and less often as the push ages', async () => {
  const { tech, pending, uuid, age } = await waitingPush()
  await authy.answer(tech.mobileNumber, uuid, 'approve')
  await age(3)
  const { seen, stop } = follow(pending)
  await vi.waitFor(() => expect(seen).toEqual(['pending', 'approved']), { timeout: 10_000 })
  stop()

  const old = await waitingPush()
  const asked = async () => {
    const before = (await authy.requests()).length
    await settleOverdue([old.pending.pendingId])
    return (await authy.requests()).length - before
  }
  await old.age(60)
  expect(await asked()).toBe(1)
  await old.age(5)
  expect(await asked()).toBe(0)
  await old.age(20)
  expect(await asked()).toBe(1)
})
