import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { markRead, notify } from '@/lib/notifications/notify'
import { countUnread, listNotifications } from '@/lib/notifications/queries'
import { groupByHour } from '@/lib/notifications/rules'
import { notificationsView } from '@/lib/notifications/schema'
import type { Notification } from '@/lib/notifications/words/notification'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeFirm } from '../factories'

const seen = { at: '2026-11-24T12:05:00.000Z', place: 'Austin', browser: 'Chrome on Windows' }
const newest = notificationsView.parse({})

async function newTech() {
  return makeEmployee(await makeFirm())
}

async function notified(
  person: Employee,
  times = 1,
  kind: 'new-browser' | 'password-changed' = 'new-browser',
) {
  for (let time = 0; time < times; time++) await notify(db, { kind, employeeId: person.id, ...seen })
}

test('notifications are listed with the words of the mail, without its links', async () => {
  const tech = await newTech()
  await notified(tech)
  const { notifications, older } = await listNotifications(actorFor(tech), newest)
  expect(older).toBeNull()
  expect(notifications).toMatchObject([
    {
      subject: 'New sign-in to your Partner Portal account',
      facts: [
        ['Where', 'Austin'],
        ['Browser', 'Chrome on Windows'],
      ],
      isNew: true,
      canSayNotMe: true,
      saidAt: null,
    },
  ])
  expect(JSON.stringify(notifications)).not.toMatch(/not-me|http|[\w-]{43}/)
})

test('others of the firm and other firms see and count nothing of it', async () => {
  const tech = await newTech()
  await notified(tech)
  for (const other of [await makeEmployee({ id: tech.firmId }), await newTech()]) {
    expect((await listNotifications(actorFor(other), newest)).notifications).toEqual([])
    expect(await countUnread(actorFor(other))).toBe(0)
    await markRead(actorFor(other), { until: new Date(Date.now() + 60_000) })
  }
  expect(await countUnread(actorFor(tech))).toBe(1)
})

test('pages follow each other without a gap or a double, also of one moment', async () => {
  const tech = await newTech()
  const pageSize = 20
  const many = 2 * pageSize + 5
  await db.$transaction(async (tx) => {
    for (let time = 0; time < many; time++) {
      await notify(tx, { kind: 'new-browser', employeeId: tech.id, ...seen })
    }
  })
  const ids: string[] = []
  let before: string | undefined
  do {
    const { notifications, older } = await listNotifications(
      actorFor(tech),
      notificationsView.parse({ before }),
    )
    ids.push(...notifications.map(({ id }) => id))
    before = older ?? undefined
  } while (before)
  expect(new Set(ids).size).toBe(many)
  expect(ids).toHaveLength(many)
})

test('what says the same within an hour is one entry', () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 14, -minutes))
  const one = (minutes: number, subject = 'Wrong password') => ({ kind: 'x', subject, at: at(minutes) })
  const groups = groupByHour([one(0), one(5, 'New sign-in'), one(59), one(60)])
  expect(groups).toEqual([[one(0), one(59)], [one(5, 'New sign-in')], [one(60)]])
})

describe('unread', () => {
  test('are those of the last 30 days that were not marked', async () => {
    const tech = await newTech()
    await notified(tech, 2)
    await db.$executeRaw`
      update notification set at = now() - interval '31 days'
      where id = (select id from notification where employee_id = ${tech.id}::uuid limit 1)`
    expect(await countUnread(actorFor(tech))).toBe(1)
  })

  test('marking reaches as far as the page has shown', async () => {
    const tech = await newTech()
    const actor = actorFor(tech)
    await notified(tech, 3)
    await db.$executeRaw`
      update notification set at = now() - make_interval(hours => nth::int)
      from (select id, row_number() over (order by id) as nth from notification where employee_id = ${tech.id}::uuid) numbered
      where notification.id = numbered.id`
    const [, second] = (await listNotifications(actor, newest)).notifications
    const at = second?.at ?? new Date(0)
    await markRead(actor, { since: at, until: at })
    expect(await countUnread(actor)).toBe(2)
    await markRead(actor, { until: at })
    expect(await countUnread(actor)).toBe(1)
  })

  test('what a page marked is still new on it, and not a minute later', async () => {
    const tech = await newTech()
    const actor = actorFor(tech)
    const isNew = async () => (await listNotifications(actor, newest)).notifications.map((one) => one.isNew)
    await notified(tech)
    await markRead(actor, { until: new Date() })
    expect(await isNew()).toEqual([true])
    await db.$executeRaw`
      update notification set seen_at = seen_at - interval '1 minute' where employee_id = ${tech.id}::uuid`
    expect(await isNew()).toEqual([false])
  })

  test('looking marks nothing', async () => {
    const tech = await newTech()
    await notified(tech)
    await listNotifications(actorFor(tech), newest)
    expect(await countUnread(actorFor(tech))).toBe(1)
  })
})

test.each(['', 'x', '1.2', '9999999999999.x', `1764000000000.${'-'.repeat(36)}`])(
  'a position that nobody has written (%s) is never the first page',
  (before) => expect(notificationsView.parse({ before })).toEqual({ before: null }),
)

test('names are one harmless line, and numbers masked, as in the mail', async () => {
  const tech = await newTech()
  const name = 'Eve\r\nBcc: x https://evil.example'
  const notification: Notification = {
    kind: 'method-removed',
    employeeId: tech.id,
    ...seen,
    method: { kind: 'app', name },
  }
  await notify(db, notification)
  await notify(db, { kind: 'number-confirmed', employeeId: tech.id, ...seen, number: '+12025550103' })
  const { notifications } = await listNotifications(actorFor(tech), newest)
  expect(JSON.stringify(notifications)).not.toMatch(/\\r|\\n|\/\/evil|2025550103/)
  expect(JSON.stringify(notifications)).toContain('ending 0103')
})
