import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { resetMethods } from '@/lib/employees/recovery/reset-methods'
import { makeCase } from '../../cases/cases'
import { makeEmployee, makeSession } from '../../factories'
import { notificationsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { waitingJobs } from '../waiting-jobs'
import { auditOf, firmInNeed, reason, reload, stale } from './firm-in-need'

test('the old phone proves nothing any more, and the person stays in the firm', async () => {
  const { ada, tech } = await firmInNeed()
  await makeSession(tech)
  await makePending(tech)
  const before = await reload(tech)
  expect(await resetMethods(ada, { employeeId: tech.id, reason })).toEqual({
    ok: true,
    value: { name: tech.name },
  })

  const after = await reload(tech)
  expect(after.factorResetAt).not.toBeNull()
  expect(after).toMatchObject({ vendorUserId: null, vendorState: 'none', numberProvenAt: null })
  const { active, role, firmId, mobileNumber } = before
  expect(after).toMatchObject({ active, role, firmId, mobileNumber })
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)
  expect(await db.pendingSignIn.count({ where: { employeeId: tech.id } })).toBe(0)
  expect(await waitingJobs('remove-at-vendor', before.vendorUserId ?? '')).toHaveLength(1)
})

test('the person is notified once and gets one link, and the audit log has it once', async () => {
  const { ada, tech } = await firmInNeed()
  await resetMethods(ada, { employeeId: tech.id, reason })
  expect(await notificationsFor(tech.id)).toMatchObject([{ kind: 'methods-reset', by: ada.name, reason }])
  expect(await waitingJobs('enrollment-mail', tech.id)).toHaveLength(1)
  expect(await auditOf(tech, 'employee.methods-reset')).toMatchObject([
    { actorId: ada.employeeId, details: { reason } },
  ])
})

test('what was open about the phone or the number is withdrawn', async () => {
  const { ada, tech } = await firmInNeed()
  const lost = await makeCase(tech)
  const held = await makeCase(tech, { kind: 'number_change' })
  await resetMethods(ada, { employeeId: tech.id, reason })
  const states = await db.resetCase.findMany({
    where: { id: { in: [lost.id, held.id] } },
    select: { state: true },
  })
  expect(states).toEqual([{ state: 'withdrawn' }, { state: 'withdrawn' }])
})

test('nobody resets themselves, the disabled, an admin, or an unused second step', async () => {
  const { ada, ben, firm } = await firmInNeed()
  const disabled = await makeEmployee(firm, { active: false })
  const lax = await firmInNeed({ requiresSecondFactor: false })
  const answers = [
    await resetMethods(ada, { employeeId: ada.employeeId, reason }),
    await resetMethods(ada, { employeeId: disabled.id, reason }),
    await resetMethods(ada, { employeeId: ben.id, reason }),
    await resetMethods(lax.ada, { employeeId: lax.tech.id, reason }),
  ]
  expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([
    'own-account',
    'not-active',
    'needs-another-admin',
    'rule-off',
  ])
  expect((await reload(ben)).factorResetAt).toBeNull()
})

test('a proof of eleven minutes ago is not enough', async () => {
  const { ada, tech } = await firmInNeed()
  const refused = { ok: false, reason: 'proof-needed' }
  expect(await resetMethods(stale(ada), { employeeId: tech.id, reason })).toEqual(refused)
  expect((await reload(tech)).factorResetAt).toBeNull()
})

test('another firm’s admin cannot', async () => {
  const { foreign, tech } = await firmInNeed()
  const refused = { ok: false, reason: 'not-found' }
  expect(await resetMethods(foreign, { employeeId: tech.id, reason })).toEqual(refused)
  expect((await reload(tech)).factorResetAt).toBeNull()
  expect(await waitingJobs('enrollment-mail', tech.id)).toEqual([])
})
