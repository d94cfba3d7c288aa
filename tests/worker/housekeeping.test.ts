import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { housekeep } from '@/lib/worker/housekeeping'
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

test('pending sign-ins are deleted after a day', async () => {
  const { id: employeeId } = await newPerson()
  const started = {
    employeeId,
    purpose: 'sign_in' as const,
    passwordAt: ago(30),
    browser: 'Firefox',
    place: 'Austin',
    browserId: unique(),
  }
  await db.pendingSignIn.create({ data: { ...started, id: unique(), expiresAt: ago(25) } })
  const recent = await db.pendingSignIn.create({ data: { ...started, id: unique(), expiresAt: ago(23) } })
  await housekeep()
  expect(await db.pendingSignIn.findMany({ where: { employeeId }, select: { id: true } })).toEqual([
    { id: recent.id },
  ])
})

test('consumed tokens are deleted after an hour, the nonces of callbacks after a day', async () => {
  const [old, recent] = [unique(), unique()]
  await db.consumedToken.createMany({
    data: [
      { digest: old, consumedAt: ago(1.1) },
      { digest: recent, consumedAt: ago(0.9) },
    ],
  })
  await db.callbackNonce.createMany({
    data: [
      { nonce: old, vendorRequestId: old, seenAt: ago(25) },
      { nonce: recent, vendorRequestId: recent, seenAt: ago(23) },
    ],
  })
  await housekeep()
  const both = [old, recent]
  expect(
    (await db.consumedToken.findMany({ where: { digest: { in: both } } })).map(({ digest }) => digest),
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

test('what was asked for and never confirmed goes a day after its end', async () => {
  const [old, recent] = [await newPerson(), await newPerson()]
  const said = { reason: 'lost' as const, oldNumberWorks: 'no' as const }
  await db.caseDraft.create({ data: { ...said, employeeId: old.id, expiresAt: ago(25) } })
  await db.caseDraft.create({ data: { ...said, employeeId: recent.id, expiresAt: ago(23) } })
  await housekeep()
  const left = await db.caseDraft.findMany({ where: { employeeId: { in: [old.id, recent.id] } } })
  expect(left.map(({ employeeId }) => employeeId)).toEqual([recent.id])
})

test('browsers are deleted after 400 days, those that only set a password after a day', async () => {
  const { id: employeeId } = await newPerson()
  const day = 24
  const seen = (browserId: string, first: number, last: number | null) => db.$executeRaw`
    insert into known_browser (employee_id, browser_id, first_seen_at, last_seen_at)
    values (${employeeId}::uuid, ${browserId}, ${ago(first * day)}::timestamptz,
      coalesce(${last === null ? null : ago(last * day)}::timestamptz, '-infinity'))`
  await seen('gone', 900, 401)
  await seen('never seen, and long ago', 401, null)
  await seen('in use', 900, 399)
  await seen('never seen', 1, null)
  await housekeep()
  const left = await db.$queryRaw<Array<{ browser: string }>>`
    select browser_id as browser from known_browser where employee_id = ${employeeId}::uuid order by browser_id`
  expect(left.map(({ browser }) => browser)).toEqual(['in use', 'never seen'])
})

test('notifications are deleted after 400 days', async () => {
  const { id: employeeId } = await newPerson()
  const notified = { employeeId, content: { kind: 'new-browser' } }
  await db.notification.create({ data: { ...notified, notMeHash: unique(), at: ago(401 * 24) } })
  const recent = await db.notification.create({
    data: { ...notified, notMeHash: unique(), at: ago(399 * 24) },
  })
  await housekeep()
  expect(await db.notification.findMany({ where: { employeeId }, select: { id: true } })).toEqual([
    { id: recent.id },
  ])
})

test('expired challenges, trusted browsers and networks are deleted after their time', async () => {
  const { id: employeeId } = await newPerson()
  const challenge = { employeeId, purpose: 'add' as const, askedBy: unique() }
  const browser = { employeeId, browser: 'Firefox', place: 'Austin' }
  for (const [name, hours] of [
    ['gone', 26],
    ['stays', -1],
  ] as const) {
    await db.passkeyChallenge.create({ data: { ...challenge, challenge: unique(), expiresAt: ago(hours) } })
    await db.trustedBrowser.create({ data: { ...browser, id: unique(), expiresAt: ago(hours) } })
    const lastSeenAt = ago(hours * 90)
    await db.knownNetwork.create({ data: { employeeId, network: name, lastSeenAt } })
  }
  await housekeep()
  const where = { employeeId }
  expect(await db.passkeyChallenge.count({ where })).toBe(1)
  expect(await db.trustedBrowser.count({ where })).toBe(1)
  expect(await db.knownNetwork.findMany({ where, select: { network: true } })).toEqual([{ network: 'stays' }])
})

test('an app that was never confirmed goes after a day, a confirmed one stays', async () => {
  const { id: employeeId } = await newPerson()
  const app = { employeeId, name: 'Phone', sealedSecret: 'sealed', addedIn: 'a session' }
  await db.totpApp.create({ data: { ...app, createdAt: ago(25) } })
  const started = await db.totpApp.create({ data: { ...app, createdAt: ago(23) } })
  const own = await db.totpApp.create({ data: { ...app, createdAt: ago(999), confirmedAt: ago(999) } })
  await housekeep()
  const left = await db.totpApp.findMany({ where: { employeeId } })
  expect(new Set(left.map(({ id }) => id))).toEqual(new Set([started.id, own.id]))
})
