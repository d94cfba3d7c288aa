import { expect, test } from 'vitest'
import { unlockPushes } from '@/lib/account/unlock-pushes'
import { db } from '@/lib/db'
import { makeEmployee } from '../factories'
import { binderFrom, eventsOf, newTech, signedIn } from './own'

const lock = (id: string) => db.employee.update({ where: { id }, data: { pushesLockedAt: new Date() } })
const lockedAt = async (id: string) => (await db.employee.findUniqueOrThrow({ where: { id } })).pushesLockedAt

test('requests ring again, and the audit log says who did it', async () => {
  const tech = await newTech()
  await lock(tech.id)
  const binder = await binderFrom(await signedIn(tech))
  expect(await unlockPushes(binder)).toMatchObject({ ok: true })
  expect(await lockedAt(tech.id)).toBeNull()
  expect(await unlockPushes(binder)).toEqual({ ok: false, reason: 'not-locked' })
  expect(await eventsOf(tech, 'pushes.unlocked')).toHaveLength(1)
})

test('nobody else’s are touched', async () => {
  const tech = await newTech()
  const colleague = await makeEmployee({ id: tech.firmId })
  await lock(tech.id)
  await lock(colleague.id)
  await unlockPushes(await binderFrom(await signedIn(colleague)))
  expect(await lockedAt(tech.id)).not.toBeNull()
})
