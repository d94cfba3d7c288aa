import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { editEmployee } from '@/lib/employees/edit-employee'
import type { EditEmployeeForm } from '@/lib/employees/schema'
import { isFresh } from '@/lib/session/sessions'
import type { Employee } from '@/prisma/client/client'
import { actorFor, digitsOf, makeEmployee, makeFirm, makeSession, uniqueNumber } from '../factories'
import { notificationsFor } from '../notifications/notifications'
import { makePending } from '../pending'
import { waitingJobs } from './waiting-jobs'

/** The window as it opened, with what the admin has changed in it. */
function windowOf(employee: Employee, changes: Partial<EditEmployeeForm> = {}): EditEmployeeForm {
  const { id, version, name, active } = employee
  const role = employee.role === 'admin' ? 'admin' : 'tech'
  const mobileNumber = employee.mobileNumber ? digitsOf(employee.mobileNumber) : ''
  return { employeeId: id, version, name, role, mobileNumber, active, allowSharedNumber: false, ...changes }
}

/** Where the rule is on, a number in use is a pending change first: see pending-number.test.ts. */
async function firmWithTech() {
  const firm = await makeFirm({ defaultCountry: 'US' })
  const tech = await makeEmployee(firm, {
    vendorUserId: crypto.randomUUID(),
    vendorState: 'registered',
  })
  return { firm, tech, admin: actorFor(firm.admin) }
}

const reload = (employee: Employee) => db.employee.findUniqueOrThrow({ where: { id: employee.id } })
const auditOf = (employee: Employee) => db.auditEvent.findMany({ where: { targetId: employee.id } })

test('a new number starts unproven, waits for the vendor and notifies its owner', async () => {
  const { tech, admin } = await firmWithTech()
  const number = uniqueNumber()
  expect(await editEmployee(admin, windowOf(tech, { mobileNumber: digitsOf(number) }))).toMatchObject({
    ok: true,
  })

  const expected = {
    mobileNumber: number,
    numberProvenAt: null,
    vendorUserId: null,
    vendorState: 'waiting',
    version: 2,
  }
  expect(await reload(tech)).toMatchObject(expected)
  expect(await waitingJobs('register-at-vendor', tech.id)).toHaveLength(1)
  expect(await waitingJobs('remove-at-vendor', tech.vendorUserId ?? '')).toHaveLength(1)
  const masked = { before: `ending ${tech.mobileNumber?.slice(-4)}`, after: `ending ${number.slice(-4)}` }
  expect(await notificationsFor(tech.id)).toMatchObject([
    { kind: 'number-changed', by: admin.name, ...masked },
  ])
})

test('a number that replaces another ends pending sign-ins and sessions', async () => {
  const { tech, admin } = await firmWithTech()
  await makeSession(tech)
  await makePending(tech)
  await editEmployee(admin, windowOf(tech, { mobileNumber: digitsOf(uniqueNumber()) }))

  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)
  expect(await db.pendingSignIn.count({ where: { employeeId: tech.id } })).toBe(0)
})

test('a person who changes their own number needs the password for the next step-up', async () => {
  const firm = await makeFirm()
  const sessionId = await makeSession(firm.admin)
  const admin = actorFor(firm.admin, { sessionId })
  await editEmployee(admin, windowOf(firm.admin, { mobileNumber: digitsOf(uniqueNumber()) }))

  const session = await db.session.findUniqueOrThrow({ where: { id: sessionId } })
  expect(isFresh(session.passwordAt, new Date())).toBe(false)
})

test('a first number ends nothing', async () => {
  const firm = await makeFirm()
  const newcomer = await makeEmployee(firm, { mobileNumber: null })
  await makeSession(newcomer)
  await editEmployee(actorFor(firm.admin), windowOf(newcomer, { mobileNumber: digitsOf(uniqueNumber()) }))
  expect(await db.session.count({ where: { employeeId: newcomer.id } })).toBe(1)
})

test.each([{ role: 'admin' }, { active: false }] as const)('%o ends every session', async (change) => {
  const { tech, admin } = await firmWithTech()
  await makeSession(tech)
  await editEmployee(admin, windowOf(tech, change))
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)
})

test('each change is one audit event with the numbers masked', async () => {
  const { tech, admin } = await firmWithTech()
  await editEmployee(
    admin,
    windowOf(tech, { name: 'Tess Lindqvist', mobileNumber: digitsOf(uniqueNumber()) }),
  )

  const events = await auditOf(tech)
  expect(events).toMatchObject([
    { action: 'employee.edited', actorId: admin.employeeId, firmId: admin.firmId },
  ])
  expect(events[0]?.details).toMatchObject({ name: { before: tech.name, after: 'Tess Lindqvist' } })
  expect(JSON.stringify(events[0]?.details)).not.toContain(tech.mobileNumber)
})

test('disabling and enabling have audit actions of their own', async () => {
  const { tech, admin } = await firmWithTech()
  await editEmployee(admin, windowOf(tech, { active: false }))
  await editEmployee(admin, windowOf(await reload(tech), { active: true }))
  const actions = (await auditOf(tech)).map(({ action }) => action)
  expect(actions).toEqual(['employee.deactivated', 'employee.reactivated'])
})

test('saving twice what is there already changes nothing', async () => {
  const { tech, admin } = await firmWithTech()
  const form = windowOf(tech, { name: 'Tess Lindqvist' })
  await editEmployee(admin, form)
  expect(await editEmployee(admin, form)).toEqual({ ok: true, value: { changed: false } })
  expect(await auditOf(tech)).toHaveLength(1)
})

test('saving over a newer version is refused with its author and content', async () => {
  const { firm, tech, admin } = await firmWithTech()
  const ben = actorFor(await makeEmployee(firm, { role: 'admin', name: 'Ben Okafor' }))
  const theirs = uniqueNumber()
  await editEmployee(ben, windowOf(tech, { mobileNumber: digitsOf(theirs) }))

  const late = windowOf(tech, { mobileNumber: digitsOf(uniqueNumber()) })
  const answer = await editEmployee(admin, late)
  expect(answer).toMatchObject({
    reason: 'conflict',
    changedBy: 'Ben Okafor',
    version: 2,
    theirs: { mobileNumber: theirs },
  })
  expect(await editEmployee(admin, { ...late, version: 2 })).toMatchObject({ ok: true })
})

test('a colleague’s number is refused with the name, and allowed with the check box', async () => {
  const { firm, tech, admin } = await firmWithTech()
  const dan = await makeEmployee(firm, { name: 'Dan Wu' })
  const form = windowOf(tech, { mobileNumber: digitsOf(dan.mobileNumber ?? '') })

  expect(await editEmployee(admin, form)).toEqual({ ok: false, reason: 'number-shared', colleague: 'Dan Wu' })
  expect(await editEmployee(admin, { ...form, allowSharedNumber: true })).toMatchObject({ ok: true })
})

test('the number of a person in another firm is never mentioned', async () => {
  const { tech, admin } = await firmWithTech()
  const stranger = await makeEmployee(await makeFirm())
  const form = windowOf(tech, { mobileNumber: digitsOf(stranger.mobileNumber ?? '') })
  expect(await editEmployee(admin, form)).toMatchObject({ ok: true })
})

test('a number with dashes is refused with the one that was meant', async () => {
  const { tech, admin } = await firmWithTech()
  const answer = await editEmployee(admin, windowOf(tech, { mobileNumber: '+1 (202) 555-0123' }))
  const why = { reason: 'not-digits-only', suggestion: '12025550123' }
  expect(answer).toMatchObject({ ok: false, reason: 'number-unreadable', why })
})

test('another firm’s admin cannot', async () => {
  const { tech } = await firmWithTech()
  const foreign = actorFor((await makeFirm()).admin)
  const answer = await editEmployee(foreign, windowOf(tech, { name: 'Mallory' }))
  expect(answer).toEqual({ ok: false, reason: 'not-found' })
  expect((await reload(tech)).name).toBe(tech.name)
})
