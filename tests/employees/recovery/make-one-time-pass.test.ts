import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makeOneTimePass } from '@/lib/employees/recovery/make-one-time-pass'
import { newOneTimePass, oneTimePassId } from '@/lib/mail-links/one-time-pass'
import { useOneTimePass } from '@/lib/phone-enrollment/use-one-time-pass'
import { makeEmployee } from '../../factories'
import { notificationsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { auditOf, firmInNeed, reason, stale } from './firm-in-need'

test('a one-time pass opens the enrollment of its person for an hour, in any case', async () => {
  const { ada, tech } = await firmInNeed()
  const made = await makeOneTimePass(ada, { employeeId: tech.id, reason })
  if (!made.ok) throw new Error(made.reason)

  const minutes = (made.value.expiresAt.getTime() - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(59)
  expect(minutes).toBeLessThanOrEqual(60.1)
  const typed = made.value.oneTimePass.toLowerCase().replaceAll('-', ' ')
  expect(await useOneTimePass(await makePending(tech), typed)).toEqual({ ok: true, value: undefined })
})

test('a pass opens nothing for somebody else', async () => {
  const { ada, tech, firm } = await firmInNeed()
  const made = await makeOneTimePass(ada, { employeeId: tech.id, reason })
  if (!made.ok) throw new Error(made.reason)
  const colleague = await makeEmployee(firm)
  expect(await useOneTimePass(await makePending(colleague), made.value.oneTimePass)).toEqual({
    ok: false,
    reason: 'wrong',
  })
})

test('the newest pass takes the place of the one before', async () => {
  const { ada, tech } = await firmInNeed()
  const first = await makeOneTimePass(ada, { employeeId: tech.id, reason })
  const second = await makeOneTimePass(ada, { employeeId: tech.id, reason })
  if (!first.ok || !second.ok) throw new Error('Not made')

  const pending = await makePending(tech)
  expect(await useOneTimePass(pending, first.value.oneTimePass)).toEqual({ ok: false, reason: 'wrong' })
  expect(await useOneTimePass(pending, second.value.oneTimePass)).toMatchObject({ ok: true })
})

test('the pass itself is nowhere: not in the database, the audit log or the mail', async () => {
  const { ada, tech } = await firmInNeed()
  const made = await makeOneTimePass(ada, { employeeId: tech.id, reason })
  if (!made.ok) throw new Error(made.reason)

  const [link] = await db.mailLink.findMany({ where: { employeeId: tech.id } })
  expect(link?.id).toBe(oneTimePassId(tech.id, made.value.oneTimePass))
  const [event, ...more] = await auditOf(tech, 'employee.one-time-pass-made')
  expect(more).toEqual([])
  expect(event).toMatchObject({ actorId: ada.employeeId, details: { reason } })
  const notifications = await notificationsFor(tech.id)
  expect(notifications).toMatchObject([{ kind: 'one-time-pass-made', by: ada.name, reason }])
  expect(JSON.stringify([link, event?.details, notifications])).not.toContain(
    made.value.oneTimePass.slice(0, 9),
  )
})

test('five passes a day for one person, and what was refused does not count', async () => {
  const { ada, tech } = await firmInNeed()
  await makeOneTimePass(stale(ada), { employeeId: tech.id, reason })
  for (let made = 0; made < 5; made += 1) {
    expect(await makeOneTimePass(ada, { employeeId: tech.id, reason })).toMatchObject({ ok: true })
  }
  expect(await makeOneTimePass(ada, { employeeId: tech.id, reason })).toMatchObject({
    ok: false,
    reason: 'too-many',
  })
  expect(await notificationsFor(tech.id)).toHaveLength(5)
})

test('nobody creates one for themselves, the disabled or an admin', async () => {
  const { ada, ben, firm } = await firmInNeed()
  const disabled = await makeEmployee(firm, { active: false })
  const lax = await firmInNeed({ requiresSecondFactor: false })
  const answers = [
    await makeOneTimePass(ada, { employeeId: ada.employeeId, reason }),
    await makeOneTimePass(ada, { employeeId: disabled.id, reason }),
    await makeOneTimePass(ada, { employeeId: ben.id, reason }),
    await makeOneTimePass(lax.ada, { employeeId: lax.tech.id, reason }),
  ]
  expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([
    'own-account',
    'not-active',
    'needs-another-admin',
    'rule-off',
  ])
  expect(await db.mailLink.count({ where: { purpose: 'one_time_pass', employeeId: ben.id } })).toBe(0)
})

test('a proof of eleven minutes ago is not enough', async () => {
  const { ada, tech } = await firmInNeed()
  expect(await makeOneTimePass(stale(ada), { employeeId: tech.id, reason })).toEqual({
    ok: false,
    reason: 'proof-needed',
  })
  expect(await db.mailLink.count({ where: { employeeId: tech.id } })).toBe(0)
})

test('another firm’s admin cannot, and uses up nothing', async () => {
  const { ada, tech, foreign } = await firmInNeed()
  for (let tries = 0; tries < 6; tries += 1) {
    expect(await makeOneTimePass(foreign, { employeeId: tech.id, reason })).toEqual({
      ok: false,
      reason: 'not-found',
    })
  }
  expect(await makeOneTimePass(ada, { employeeId: tech.id, reason })).toMatchObject({ ok: true })
})

test('a one-time pass is four groups of four without characters that people mix up', () => {
  const oneTimePasses = Array.from({ length: 200 }, newOneTimePass)
  for (const oneTimePass of oneTimePasses)
    expect(oneTimePass).toMatch(/^([A-HJKMNP-TV-Z2-9]{4}-){3}[A-HJKMNP-TV-Z2-9]{4}$/)
  expect(new Set(oneTimePasses).size).toBe(200)
})
