import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { approveCase } from '@/lib/cases/support/approve-case'
import { takeCase } from '@/lib/cases/support/take-case'
import { tickEvidence } from '@/lib/cases/support/tick-evidence'
import { db } from '@/lib/db'
import type { Employee, ResetCase } from '@/prisma/client/client'
import { actorFor, type MadeFirm, makeEmployee, makeFirm } from '../factories'
import { makeCase, makeNotification } from './cases'
import { hoursAgo, readCase, takenBy, ticked, vendorWith } from './support'

let firm: MadeFirm
let sam: Actor
let sofia: Actor

beforeAll(async () => {
  firm = await makeFirm({ mainLine: '+12025550100' })
  const operator = await makeFirm({ isOperator: true })
  sam = actorFor(operator.admin)
  sofia = actorFor(await makeEmployee(operator))
})

const vendor = vendorWith(['iphone'])
const approve = (actor: Actor, { id: caseId }: ResetCase, provider = vendor) =>
  approveCase(actor, { caseId, note: 'Sure, see the evidence' }, provider)

/** Taken, with enough evidence, and everybody notified. */
async function makeVerified(person: Employee, wishes: Parameters<typeof makeCase>[1] = {}) {
  const made = await makeCase(person, wishes)
  await makeNotification(made, { sentAt: new Date() })
  await ticked(made, 'call_back', 'admin_confirmed')
  return takenBy(sam, made)
}

test('an approval starts the security hold and changes nothing for the person yet', async () => {
  const person = await makeEmployee(firm, { vendorUserId: '4711', vendorState: 'registered' })
  const made = await makeCase(person)
  await makeNotification(made, { sentAt: new Date() })
  await ticked(made, 'call_back')
  const found = await takenBy(sam, made)

  expect(await approve(sam, found)).toEqual({ ok: true, value: { state: 'waiting' } })
  const waiting = await readCase(found.id)
  expect(waiting).toMatchObject({ state: 'waiting', waitHours: 24, ownerId: null })
  expect((waiting.waitsUntil?.getTime() ?? 0) - (waiting.decidedAt?.getTime() ?? 0)).toBe(24 * 3_600_000)
  expect(await db.employee.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
    vendorUserId: '4711',
    factorResetAt: null,
  })
  const notified = await db.caseMessage.findMany({ where: { caseId: found.id, event: { act: 'approved' } } })
  expect(notified.map(({ channel }) => channel).sort()).toEqual(['mail', 'mail', 'text'])
})

test('without a fresh proof nothing is approved', async () => {
  const found = await makeVerified(await makeEmployee(firm))
  for (const stale of [
    { passwordAt: hoursAgo(1) },
    { secondFactorAt: hoursAgo(1) },
    { secondFactorAt: null },
  ])
    expect(await approve({ ...sam, ...stale }, found)).toEqual({ ok: false, reason: 'proof-needed' })
  expect(await readCase(found.id)).toMatchObject({ state: 'checking', decidedAt: null })
})

test('what is not verified is not approved', async () => {
  const made = await makeCase(await makeEmployee(firm))
  await makeNotification(made, { sentAt: new Date() })
  await ticked(made, 'documents')
  expect(await approve(sam, await takenBy(sam, made))).toEqual({ ok: false, reason: 'not-verified' })
})

test('nothing is approved before the notifications of the opening are sent', async () => {
  const found = await makeVerified(await makeEmployee(firm))
  await makeNotification(found, { channel: 'text' })
  expect(await approve(sam, found)).toEqual({ ok: false, reason: 'messages-waiting' })
})

test('nothing is approved where every notification was refused', async () => {
  const made = await makeCase(await makeEmployee(firm))
  await makeNotification(made, { refusedAt: new Date() })
  await ticked(made, 'call_back')
  expect(await approve(sam, await takenBy(sam, made))).toEqual({ ok: false, reason: 'nobody-notified' })
})

test('only the supporter who has taken the case approves it', async () => {
  const found = await makeVerified(await makeEmployee(firm))
  for (const other of [sofia, actorFor(firm.admin)])
    expect(await approve(other, found)).toEqual({ ok: false, reason: 'not-yours' })
})

test('nobody approves their own case, even with the case assigned to them', async () => {
  const supporter = await db.employee.findUniqueOrThrow({ where: { id: sofia.employeeId } })
  const own = await makeCase(supporter, { state: 'checking', ownerId: supporter.id })
  await makeNotification(own, { sentAt: new Date() })
  await ticked(own, 'call_back', 'documents')
  expect(await approve(sofia, own)).toEqual({ ok: false, reason: 'not-yours' })
})

test('an admin’s case needs a second approval by somebody else before anything starts', async () => {
  const admin = await makeEmployee(firm, { role: 'admin' })
  const found = await makeVerified(admin, { risks: ['privileged'] })
  expect(await approve(sam, found)).toEqual({ ok: true, value: { state: 'seconding' } })
  expect(await readCase(found.id)).toMatchObject({
    state: 'seconding',
    firstApprovedBy: sam.employeeId,
    ownerId: null,
    decidedAt: null,
  })
  expect(await takeCase(sam, found.id)).toEqual({ ok: false, reason: 'first-approver' })

  await takenBy(sofia, found)
  expect(await approve(sofia, found)).toEqual({ ok: false, reason: 'not-checked-twice' })
  await tickEvidence(sofia, {
    caseId: found.id,
    kind: 'documents',
    note: 'Held the passport into the camera',
  })
  expect(await approve(sofia, found)).toEqual({ ok: true, value: { state: 'waiting' } })
  expect(await readCase(found.id)).toMatchObject({ state: 'waiting', waitHours: 48 })
})

test('a password set by mail after the opening means two approvals', async () => {
  const person = await makeEmployee(firm)
  const found = await makeVerified(person, {})
  await db.$executeRaw`update credential set reset_by_mail_at = now() where employee_id = ${person.id}::uuid`
  expect(await approve(sam, found)).toEqual({ ok: true, value: { state: 'seconding' } })
})

test('the first approver is refused as the second, even with the case assigned to them', async () => {
  const admin = await makeEmployee(firm, { role: 'admin' })
  const found = await makeVerified(admin, { risks: ['privileged'] })
  await approve(sam, found)
  await db.resetCase.update({ where: { id: found.id }, data: { ownerId: sam.employeeId } })
  expect(await approve(sam, found)).toEqual({ ok: false, reason: 'first-approver' })
})

test.each([
  ['two devices and the word of an admin', ['iphone', 'ipad'], 0],
  ['one device', ['iphone'], 24],
  ['no device', [], 24],
  ['a vendor that does not answer', 'down' as const, 24],
])('with %s the hold is %s h', async (_, devices, hours) => {
  const person = await makeEmployee(firm, { vendorUserId: '4711', vendorState: 'registered' })
  const found = await makeVerified(person)
  expect(await approve(sam, found, vendorWith(devices))).toEqual({ ok: true, value: { state: 'waiting' } })
  expect(await readCase(found.id)).toMatchObject({ waitHours: hours })
})

test('a demotion meanwhile makes nothing easier', async () => {
  const admin = await makeEmployee(firm, { role: 'admin' })
  const found = await makeVerified(admin, { risks: ['privileged'] })
  await db.employee.update({ where: { id: admin.id }, data: { role: 'tech' } })
  expect(await approve(sam, found)).toEqual({ ok: true, value: { state: 'seconding' } })
})
