import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makePass } from '@/lib/employees/recovery/make-one-time-pass'
import { newPass, passId } from '@/lib/mail-links/one-time-pass'
import { usePass } from '@/lib/phone-enrollment/use-one-time-pass'
import { makeEmployee } from '../../factories'
import { noticesFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { auditOf, firmToHelp, reason, stale } from './firm-in-need'

test('a pass opens the set-up of its person, in whatever letters it is typed, for an hour', async () => {
  const { ada, tech } = await firmToHelp()
  const made = await makePass(ada, { employeeId: tech.id, reason })
  if (!made.ok) throw new Error(made.reason)

  const minutes = (made.value.expiresAt.getTime() - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(59)
  expect(minutes).toBeLessThanOrEqual(60.1)
  const typed = made.value.pass.toLowerCase().replaceAll('-', ' ')
  expect(await usePass(await makePending(tech), typed)).toEqual({ ok: true, value: undefined })
})

test('a pass opens nothing for somebody else', async () => {
  const { ada, tech, firm } = await firmToHelp()
  const made = await makePass(ada, { employeeId: tech.id, reason })
  if (!made.ok) throw new Error(made.reason)
  const colleague = await makeEmployee(firm)
  expect(await usePass(await makePending(colleague), made.value.pass)).toEqual({ ok: false, reason: 'wrong' })
})

test('the newest pass takes the place of the one before', async () => {
  const { ada, tech } = await firmToHelp()
  const first = await makePass(ada, { employeeId: tech.id, reason })
  const second = await makePass(ada, { employeeId: tech.id, reason })
  if (!first.ok || !second.ok) throw new Error('Not made')

  const pending = await makePending(tech)
  expect(await usePass(pending, first.value.pass)).toEqual({ ok: false, reason: 'wrong' })
  expect(await usePass(pending, second.value.pass)).toMatchObject({ ok: true })
})

test('the pass itself is nowhere: not in the database, the audit log or the mail', async () => {
  const { ada, tech } = await firmToHelp()
  const made = await makePass(ada, { employeeId: tech.id, reason })
  if (!made.ok) throw new Error(made.reason)

  const [link] = await db.mailLink.findMany({ where: { employeeId: tech.id } })
  expect(link?.id).toBe(passId(tech.id, made.value.pass))
  const [event, ...more] = await auditOf(tech, 'employee.one-time-pass-made')
  expect(more).toEqual([])
  expect(event).toMatchObject({ actorId: ada.employeeId, details: { reason } })
  const notices = await noticesFor(tech.id)
  expect(notices).toMatchObject([{ kind: 'pass-made', by: ada.name, reason }])
  expect(JSON.stringify([link, event?.details, notices])).not.toContain(made.value.pass.slice(0, 9))
})

test('five passes a day for one person, and what was refused does not count', async () => {
  const { ada, tech } = await firmToHelp()
  await makePass(stale(ada), { employeeId: tech.id, reason })
  for (let made = 0; made < 5; made += 1) {
    expect(await makePass(ada, { employeeId: tech.id, reason })).toMatchObject({ ok: true })
  }
  expect(await makePass(ada, { employeeId: tech.id, reason })).toEqual({ ok: false, reason: 'too-many' })
  expect(await noticesFor(tech.id)).toHaveLength(5)
})

test('nobody makes one for oneself, for the disabled, for an admin, or where only the password is asked', async () => {
  const { ada, ben, firm } = await firmToHelp()
  const disabled = await makeEmployee(firm, { active: false })
  const lax = await firmToHelp({ requiresSecondFactor: false })
  const answers = [
    await makePass(ada, { employeeId: ada.employeeId, reason }),
    await makePass(ada, { employeeId: disabled.id, reason }),
    await makePass(ada, { employeeId: ben.id, reason }),
    await makePass(lax.ada, { employeeId: lax.tech.id, reason }),
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
  const { ada, tech } = await firmToHelp()
  expect(await makePass(stale(ada), { employeeId: tech.id, reason })).toEqual({
    ok: false,
    reason: 'proof-needed',
  })
  expect(await db.mailLink.count({ where: { employeeId: tech.id } })).toBe(0)
})

test('another firm’s admin cannot, and uses up nothing', async () => {
  const { ada, tech, foreign } = await firmToHelp()
  for (let tries = 0; tries < 6; tries += 1) {
    expect(await makePass(foreign, { employeeId: tech.id, reason })).toEqual({
      ok: false,
      reason: 'not-found',
    })
  }
  expect(await makePass(ada, { employeeId: tech.id, reason })).toMatchObject({ ok: true })
})

test('a pass is four groups of four without the letters that people mix up', () => {
  const passes = Array.from({ length: 200 }, newPass)
  for (const pass of passes) expect(pass).toMatch(/^([A-HJKMNP-TV-Z2-9]{4}-){3}[A-HJKMNP-TV-Z2-9]{4}$/)
  expect(new Set(passes).size).toBe(200)
})
