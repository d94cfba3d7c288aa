import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { listWithoutNumber } from '@/lib/employees/queries'
import { disableTwoFactor } from '@/lib/firms/disable-two-factor'
import { enableTwoFactor } from '@/lib/firms/enable-two-factor'
import { notifyEveryone } from '@/lib/firms/notify-everyone'
import { getFirm } from '@/lib/firms/queries'
import { setPushMode } from '@/lib/firms/set-push-mode'
import type { Jobs } from '@/lib/jobs/queues'
import { actorFor, makeEmployee, makeFirm } from '../factories'
import { notificationKindsFor, notificationsFor } from '../notifications/notifications'

const reason = 'Phones were stolen at the fair'

const eventsOf = (firm: { id: string }, action: string) =>
  db.auditEvent.count({ where: { firmId: firm.id, action } })
const isOn = async (firm: { id: string }) =>
  (await db.firm.findUniqueOrThrow({ where: { id: firm.id } })).requiresSecondFactor

test('Yes switches the rule on for the firm and each employee', async () => {
  const firm = await makeFirm()
  const tech = await makeEmployee(firm)
  expect(await enableTwoFactor(actorFor(firm.admin))).toEqual({ ok: true, value: { changed: true } })

  expect(await getFirm(actorFor(firm.admin))).toMatchObject({
    requiresSecondFactor: true,
    ruleChangedBy: firm.admin.name,
  })
  expect(await db.employee.findUnique({ where: { id: tech.id } })).toMatchObject({
    firmRequiresSecondFactor: true,
  })
})

test('Yes is refused while an active employee has no number, and names the person', async () => {
  const firm = await makeFirm()
  const actor = actorFor(firm.admin)
  const tim = await makeEmployee(firm, { name: 'Tim Novak', mobileNumber: null })
  await makeEmployee(firm, { active: false, mobileNumber: null })

  expect(await enableTwoFactor(actor)).toEqual({ ok: false, reason: 'numbers-missing' })
  expect(await listWithoutNumber(actor)).toEqual([{ id: tim.id, name: 'Tim Novak' }])
  expect((await getFirm(actor)).activeWithoutNumber).toBe(1)
  expect(await isOn(firm)).toBe(false)
})

test('ten Yes at once are one change, one audit event and one mail for each admin', async () => {
  const firm = await makeFirm()
  const second = await makeEmployee(firm, { role: 'admin' })
  await makeEmployee(firm, { role: 'admin', active: false })
  const answers = await Promise.all(Array.from({ length: 10 }, () => enableTwoFactor(actorFor(firm.admin))))

  expect(answers.filter((answer) => answer.ok && answer.value.changed)).toHaveLength(1)
  expect(await eventsOf(firm, 'two-factor.enabled')).toBe(1)
  for (const admin of [firm.admin, second]) {
    expect(await notificationsFor(admin.id)).toMatchObject([{ kind: 'rule-switched', on: true }])
  }
})

test('an admin who has not used a second step in this session cannot say Yes', async () => {
  const firm = await makeFirm()
  const answer = await enableTwoFactor(actorFor(firm.admin, { secondFactorAt: null }))
  expect(answer).toEqual({ ok: false, reason: 'proof-needed' })
})

test('No takes a fresh password and a fresh second factor', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const old = new Date(Date.now() - 11 * 60 * 1000)
  expect(await disableTwoFactor(actorFor(firm.admin, { passwordAt: old }), reason)).toEqual({
    ok: false,
    reason: 'proof-needed',
  })
  expect(await disableTwoFactor(actorFor(firm.admin, { secondFactorAt: old }), reason)).toEqual({
    ok: false,
    reason: 'proof-needed',
  })
  expect(await isOn(firm)).toBe(true)
})

test('No turns two-factor off once and notifies the admins', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await disableTwoFactor(actorFor(firm.admin), reason)
  expect(await disableTwoFactor(actorFor(firm.admin), reason)).toEqual({
    ok: true,
    value: { changed: false },
  })
  expect(await isOn(firm)).toBe(false)
  expect(await eventsOf(firm, 'two-factor.disabled')).toBe(1)
  expect(await notificationsFor(firm.admin.id)).toMatchObject([{ kind: 'rule-switched', on: false }])
})

test('the rule of the operator’s firm is never switched', async () => {
  const operator = await makeFirm({ isOperator: true })
  expect(await disableTwoFactor(actorFor(operator.admin), reason)).toEqual({
    ok: false,
    reason: 'operator-firm',
  })
  expect(await enableTwoFactor(actorFor(operator.admin))).toEqual({ ok: false, reason: 'operator-firm' })
})

test('No is recorded and mailed with its reason, and Yes undoes it', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await disableTwoFactor(actorFor(firm.admin), reason)
  const events = await db.auditEvent.findMany({ where: { firmId: firm.id, action: 'two-factor.disabled' } })
  expect(events).toMatchObject([{ details: { reason } }])
  expect(await notificationsFor(firm.admin.id)).toMatchObject([{ kind: 'rule-switched', on: false, reason }])
  expect(await enableTwoFactor(actorFor(firm.admin))).toEqual({ ok: true, value: { changed: true } })
})

test('with two-factor authentication on, another OneTouch setting takes a step-up', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const old = new Date(Date.now() - 11 * 60 * 1000)
  const stale = actorFor(firm.admin, { secondFactorAt: old })
  expect(await setPushMode(stale, 'typed')).toEqual({ ok: false, reason: 'proof-needed' })
  expect(await setPushMode(actorFor(firm.admin), 'typed')).toEqual({ ok: true, value: undefined })
})

test('an admin of another firm switches only that firm', async () => {
  const [firm, other] = [await makeFirm(), await makeFirm()]
  await enableTwoFactor(actorFor(other.admin))
  await setPushMode(actorFor(other.admin), 'typed')
  expect(await db.firm.findUnique({ where: { id: firm.id } })).toMatchObject({
    requiresSecondFactor: false,
    pushMode: 'swipe',
  })
})

test('choosing the same setting for OneTouch again writes nothing', async () => {
  const firm = await makeFirm()
  await setPushMode(actorFor(firm.admin), 'typed')
  await setPushMode(actorFor(firm.admin), 'typed')
  expect(await eventsOf(firm, 'firm.push-mode-changed')).toBe(1)
})

test('each change of the setting for OneTouch is recorded with the one before', async () => {
  const firm = await makeFirm()
  for (const mode of ['typed', 'unusual'] as const) await setPushMode(actorFor(firm.admin), mode)
  const events = await db.auditEvent.findMany({ where: { firmId: firm.id }, orderBy: { id: 'asc' } })
  expect(events.map(({ details }) => details)).toMatchObject([
    { oneTouch: { before: 'swipe', after: 'typed' } },
    { oneTouch: { before: 'typed', after: 'unusual' } },
  ])
})

/** Runs the jobs that notify everyone, as the worker does. */
async function notifyAll(firm: { id: string }) {
  const jobs = await db.$queryRaw<Array<{ data: Jobs['notify-firm'] }>>`
    select data from pgboss.job where name = 'notify-firm' and data->>'firmId' = ${firm.id} order by created_on`
  for (const { data } of jobs) await notifyEveryone(data)
}

test('everyone gets one mail when two-factor authentication is turned on', async () => {
  const firm = await makeFirm()
  const [tech, gone] = [await makeEmployee(firm), await makeEmployee(firm, { active: false })]
  await enableTwoFactor(actorFor(firm.admin))
  await notifyAll(firm)
  expect(await notificationsFor(tech.id)).toMatchObject([{ kind: 'second-step-required', minimum: 'any' }])
  expect(await notificationKindsFor(firm.admin.id)).toEqual(['rule-switched'])
  expect(await notificationsFor(gone.id)).toEqual([])
})

test('a mail that two-factor authentication is on is not sent once it is off again', async () => {
  const firm = await makeFirm()
  const tech = await makeEmployee(firm)
  await enableTwoFactor(actorFor(firm.admin))
  await disableTwoFactor(actorFor(firm.admin), reason)
  await notifyAll(firm)
  expect(await notificationsFor(tech.id)).toEqual([])
})
