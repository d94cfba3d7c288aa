import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { cancelNumberChange } from '@/lib/employees/cancel-number-change'
import { editEmployee } from '@/lib/employees/edit-employee'
import { listEmployees } from '@/lib/employees/queries'
import { readListView } from '@/lib/employees/schema'
import type { Employee } from '@/prisma/client/client'
import { digitsOf, makeSession, uniqueNumber } from '../factories'
import { notificationsFor } from '../notifications/notifications'
import { auditOf, firmInNeed, reload, stale } from './recovery/firm-in-need'
import { waitingJobs } from './waiting-jobs'

function windowOf(employee: Employee, changes: { mobileNumber: string; name?: string; active?: boolean }) {
  const { id: employeeId, version, name, active } = employee
  const role = employee.role === 'admin' ? ('admin' as const) : ('tech' as const)
  const { mobileNumber, ...others } = changes
  const typed = { mobileNumber: digitsOf(mobileNumber), allowSharedNumber: false }
  return { employeeId, version, name, role, active, ...typed, ...others }
}

const openCase = (employee: Employee) =>
  db.resetCase.findFirst({ where: { employeeId: employee.id, kind: 'number_change', state: 'waiting' } })

async function heldFor() {
  const people = await firmInNeed()
  const number = uniqueNumber()
  const answer = await editEmployee(people.ada, windowOf(people.tech, { mobileNumber: number }))
  return { ...people, number, answer }
}

test('a new number for a person who uses the old one is pending, the old one works', async () => {
  const { tech } = await firmInNeed()
  expect(tech.numberProvenAt).not.toBeNull()
  const held = await heldFor()
  expect(held.answer).toEqual({ ok: true, value: { changed: true, held: true } })
  const { mobileNumber, vendorUserId, vendorState } = held.tech
  expect(await reload(held.tech)).toMatchObject({ mobileNumber, vendorUserId, vendorState })

  const waiting = await openCase(held.tech)
  expect(waiting).toMatchObject({ requestedNumber: held.number, oldNumber: mobileNumber })
  const hours = ((waiting?.waitsUntil?.getTime() ?? 0) - Date.now()) / 3_600_000
  expect(hours).toBeGreaterThan(23.9)
  expect(hours).toBeLessThanOrEqual(24.01)
})

test('the person is notified at the old number and by mail, and gets one link', async () => {
  const { tech, ada, ben } = await heldFor()
  const held = await openCase(tech)
  const notifications = await db.caseMessage.findMany({ where: { caseId: held?.id } })
  const notified = notifications.map(({ employeeId, channel, number }) => ({ employeeId, channel, number }))
  expect(notified).toEqual(
    expect.arrayContaining([
      { employeeId: tech.id, channel: 'mail', number: null },
      { employeeId: tech.id, channel: 'text', number: tech.mobileNumber },
      { employeeId: ben.id, channel: 'mail', number: null },
    ]),
  )
  expect(await waitingJobs('enrollment-mail', tech.id)).toHaveLength(1)
  expect(await auditOf(tech, 'case.opened')).toMatchObject([{ actorId: ada.employeeId }])
  expect(await notificationsFor(tech.id)).toEqual([])
})

test('nothing ends while the number waits', async () => {
  const { ada, tech } = await firmInNeed()
  await makeSession(tech)
  await editEmployee(ada, windowOf(tech, { mobileNumber: uniqueNumber() }))
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(1)
})

test('what else was changed in the window is saved at once', async () => {
  const { ada, tech } = await firmInNeed()
  await editEmployee(ada, windowOf(tech, { mobileNumber: uniqueNumber(), name: 'Tess Lindqvist' }))
  expect(await reload(tech)).toMatchObject({ name: 'Tess Lindqvist', mobileNumber: tech.mobileNumber })
})

test('the same number again is the same change, another one takes its place', async () => {
  const { ada, tech, number } = await heldFor()
  const first = await openCase(tech)
  await editEmployee(ada, windowOf(tech, { mobileNumber: number }))
  expect((await openCase(tech))?.id).toBe(first?.id)
  const other = uniqueNumber()
  await editEmployee(ada, windowOf(tech, { mobileNumber: other }))
  expect(await openCase(tech)).toMatchObject({ requestedNumber: other })
  expect(await db.resetCase.findUnique({ where: { id: first?.id } })).toMatchObject({ state: 'withdrawn' })
})

test('a number that nobody has proven changes at once', async () => {
  const { ada, tech } = await firmInNeed()
  await db.employee.update({ where: { id: tech.id }, data: { numberProvenAt: null } })
  const number = uniqueNumber()
  await editEmployee(ada, windowOf(tech, { mobileNumber: number }))
  expect(await reload(tech)).toMatchObject({ mobileNumber: number })
})

test('your own number changes at once, and only after a step-up', async () => {
  const { ada, firm } = await firmInNeed()
  await db.employee.update({ where: { id: firm.admin.id }, data: { numberProvenAt: new Date() } })
  const number = uniqueNumber()
  const form = windowOf(firm.admin, { mobileNumber: number })
  expect(await editEmployee(stale(ada), form)).toEqual({ ok: false, reason: 'proof-needed' })
  expect(await editEmployee(ada, form)).toEqual({ ok: true, value: { changed: true } })
  expect(await reload(firm.admin)).toMatchObject({ mobileNumber: number })
})

test('without a fresh proof nothing is held either', async () => {
  const { ada, tech } = await firmInNeed()
  const form = windowOf(tech, { mobileNumber: uniqueNumber() })
  expect(await editEmployee(stale(ada), form)).toEqual({ ok: false, reason: 'proof-needed' })
  expect(await openCase(tech)).toBeNull()
})

test('the list marks people with a pending number change', async () => {
  const { ada, tech, ben } = await heldFor()
  const { rows } = await listEmployees(ada, readListView({}))
  const marks = new Map(rows.map(({ id, isNumberPending }) => [id, isNumberPending]))
  expect(marks.get(tech.id)).toBe(true)
  expect(marks.get(ben.id)).toBe(false)
})

test('an admin cancels the change once, and everybody is notified', async () => {
  const { ada, tech } = await heldFor()
  const held = await openCase(tech)
  const answers = await Promise.all([cancelNumberChange(ada, tech.id), cancelNumberChange(ada, tech.id)])
  expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { name: tech.name } }])
  expect(await openCase(tech)).toBeNull()
  expect(await reload(tech)).toMatchObject({ mobileNumber: tech.mobileNumber })
  expect(await auditOf(tech, 'case.withdrawn')).toHaveLength(1)
  const notified = await db.caseMessage.count({ where: { caseId: held?.id, event: { act: 'withdrawn' } } })
  expect(notified).toBe(4)
})

test('where nothing is held there is nothing to cancel', async () => {
  const { ada, tech } = await firmInNeed()
  expect(await cancelNumberChange(ada, tech.id)).toEqual({ ok: false, reason: 'nothing-pending' })
})

test('another firm’s admin cannot cancel it', async () => {
  const { foreign, tech } = await heldFor()
  expect(await cancelNumberChange(foreign, tech.id)).toEqual({ ok: false, reason: 'not-found' })
  expect(await openCase(tech)).not.toBeNull()
})
