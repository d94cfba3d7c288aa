import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { notifyUnfinished } from '@/lib/sign-in/notify-unfinished'
import { makeEmployee, makeFirm } from '../factories'
import { notificationKindsFor } from '../notifications/notifications'
import { makePending } from '../pending'

const makeTech = async () => makeEmployee(await makeFirm({ requiresSecondFactor: true }))

/** How often this person was notified of a sign-in that stopped. */
async function timesNotified(employeeId: string): Promise<number> {
  return (await notificationKindsFor(employeeId)).filter((kind) => kind === 'second-step-failed').length
}

test('a right password without a second step is notified once, after many tries too', async () => {
  const tech = await makeTech()
  await makePending(tech, { expiresInSeconds: -60 })
  await makePending(tech, { expiresInSeconds: -1 })
  await notifyUnfinished()
  await notifyUnfinished()
  expect(await timesNotified(tech.id)).toBe(1)
})

test('a sign-in that may still finish is not notified', async () => {
  const tech = await makeTech()
  await makePending(tech)
  await notifyUnfinished()
  expect(await timesNotified(tech.id)).toBe(0)
})

test('a browser that the person has used before is not notified', async () => {
  const tech = await makeTech()
  const pending = await makePending(tech, { expiresInSeconds: -1 })
  const { browserId } = await db.pendingSignIn.findUniqueOrThrow({ where: { id: pending.pendingId } })
  await db.knownBrowser.create({ data: { employeeId: tech.id, browserId } })
  await notifyUnfinished()
  expect(await timesNotified(tech.id)).toBe(0)
})
