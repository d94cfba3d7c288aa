import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { housekeep } from '@/lib/jobs/housekeeping'
import { newPerson } from '../passwords/people'

const hour = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * hour)
const unique = () => crypto.randomUUID()

test('sessions go when they have expired, and live ones stay', async () => {
  const { id: employeeId } = await newPerson()
  const session = { employeeId, passwordAt: ago(2), browser: 'Firefox', place: 'Austin' }
  await db.session.create({ data: { ...session, id: unique(), expiresAt: ago(1) } })
  const live = await db.session.create({ data: { ...session, id: unique(), expiresAt: ago(-1) } })
  await housekeep()
  expect(await db.session.findMany({ where: { employeeId }, select: { id: true } })).toEqual([
    { id: live.id },
  ])
})

test('begun sign-ins go after a day', async () => {
  const { id: employeeId } = await newPerson()
  const begun = {
    employeeId,
    purpose: 'sign_in' as const,
    passwordAt: ago(30),
    browser: 'Firefox',
    place: 'Austin',
    browserId: unique(),
  }
  await db.pendingSignIn.create({ data: { ...begun, id: unique(), expiresAt: ago(25) } })
  const recent = await db.pendingSignIn.create({ data: { ...begun, id: unique(), expiresAt: ago(23) } })
  await housekeep()
  expect(await db.pendingSignIn.findMany({ where: { employeeId }, select: { id: true } })).toEqual([
    { id: recent.id },
  ])
})

test('spent tokens go after an hour, the nonces of callbacks after a day', async () => {
  const [old, recent] = [unique(), unique()]
  await db.spentToken.createMany({
    data: [
      { digest: old, spentAt: ago(1.1) },
      { digest: recent, spentAt: ago(0.9) },
    ],
  })
  await db.callbackNonce.createMany({
    data: [
      { nonce: old, seenAt: ago(25) },
      { nonce: recent, seenAt: ago(23) },
    ],
  })
  await housekeep()
  const both = [old, recent]
  expect(
    (await db.spentToken.findMany({ where: { digest: { in: both } } })).map(({ digest }) => digest),
  ).toEqual([recent])
  expect(
    (await db.callbackNonce.findMany({ where: { nonce: { in: both } } })).map(({ nonce }) => nonce),
  ).toEqual([recent])
})

test('links go seven days after their end', async () => {
  const { id: employeeId } = await newPerson()
  const link = { employeeId, purpose: 'invitation' as const, expiresAt: ago(8 * 24) }
  await db.mailLink.create({ data: { ...link, id: unique() } })
  const recent = await db.mailLink.create({ data: { ...link, id: unique(), usedAt: ago(6 * 24) } })
  await housekeep()
  expect(await db.mailLink.findMany({ where: { employeeId }, select: { id: true } })).toEqual([
    { id: recent.id },
  ])
})
