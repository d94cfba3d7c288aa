import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { publishPending } from '@/lib/session/pending-events'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { coalesced } from '@/lib/sign-in-methods/push/coalesced'
import { followPush } from '@/lib/sign-in-methods/push/follow-push'
import { settleOverdue } from '@/lib/sign-in-methods/push/settle-push'
import { simulatedAuthy } from '../../authy'
import { waitingPush } from './waiting-push'

const authy = simulatedAuthy()

async function agingPush() {
  const sent = await waitingPush(authy)
  const age = (seconds: number) =>
    db.$executeRaw`update push set created_at = created_at - make_interval(secs => ${seconds}),
      expires_at = expires_at - make_interval(secs => ${seconds}),
      last_asked_at = last_asked_at - make_interval(secs => ${seconds}) where id = ${sent.pushId}::uuid`
  return { ...sent, age }
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

test('a look that failed is followed by the next', async () => {
  const tried: string[] = []
  const look = coalesced(async () => {
    tried.push('look')
    throw new Error('The stream is closed')
  })
  look()
  await pause(0)
  look()
  expect(tried).toHaveLength(2)
})

test('a follower sees the news that PostgreSQL sends, and nothing twice', async () => {
  const { pending, pushId } = await agingPush()
  const { seen, stop } = follow(pending)
  await vi.waitFor(() => expect(seen).toEqual(['pending']))
  await db.push.update({ where: { id: pushId }, data: { status: 'approved' } })
  for (let times = 0; times < 3; times += 1) await publishPending(db, pending.pendingId)
  await vi.waitFor(() => expect(seen).toEqual(['pending', 'approved']))
  stop()
})

test('a follower sees the expiry, of which nobody sends news', async () => {
  const { pending, age } = await agingPush()
  await age(119)
  const { seen, stop } = follow(pending)
  await vi.waitFor(() => expect(seen).toEqual(['pending', 'expired']), { timeout: 10_000 })
  stop()
})

test('the answer whose callback got lost is asked for, and less often as the push ages', async () => {
  const { tech, pending, uuid, age } = await agingPush()
  await authy.answer(tech.mobileNumber, uuid, 'approve')
  await age(3)
  const { seen, stop } = follow(pending)
  await vi.waitFor(() => expect(seen).toEqual(['pending', 'approved']), { timeout: 10_000 })
  stop()

  const old = await agingPush()
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
