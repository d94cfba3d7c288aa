import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { addEmployee } from '@/lib/employees/add-employee'
import { editEmployee } from '@/lib/employees/edit-employee'
import { answerSecondAdmin } from '@/lib/employees/recovery/answer-second-admin'
import { askSecondAdmin } from '@/lib/employees/recovery/ask-second-admin'
import { makeOneTimePass } from '@/lib/employees/recovery/make-one-time-pass'
import { resetMethods } from '@/lib/employees/recovery/reset-methods'
import { useOneTimePass } from '@/lib/phone-enrollment/use-one-time-pass'
import type { Employee } from '@/prisma/client/client'
import { actorFor, digitsOf, makeEmployee, uniqueNumber } from '../../factories'
import { makePending } from '../../pending'
import { firmInNeed, reason, reload, stale } from './firm-in-need'

// Ada's session is in wrong hands: what one admin alone must not reach.
const refused = (why: string) => ({ ok: false, reason: why })

function windowOf(employee: Employee, changes: Partial<Pick<Employee, 'mobileNumber' | 'active' | 'role'>>) {
  const { id: employeeId, version, name, role, active, mobileNumber } = { ...employee, ...changes }
  if (role === 'support') throw new Error('No supporters here')
  const typed = { mobileNumber: digitsOf(mobileNumber ?? ''), allowSharedNumber: false }
  return { employeeId, version, name, role, active, ...typed }
}

test('disabling somebody does not get round the hold of a changed number', async () => {
  const { ada, tech } = await firmInNeed()
  const both = windowOf(tech, { active: false, mobileNumber: uniqueNumber() })
  expect(await editEmployee(ada, both)).toEqual(refused('number-of-disabled'))
  await editEmployee(ada, windowOf(tech, { active: false }))
  const disabled = await reload(tech)
  expect(await editEmployee(ada, windowOf(disabled, { mobileNumber: uniqueNumber() }))).toEqual(
    refused('number-of-disabled'),
  )
})

test('a role is changed with a fresh proof only, and an admin is added with one only', async () => {
  const { ada, tech } = await firmInNeed()
  const promoted = windowOf(tech, { role: 'admin' })
  expect(await editEmployee(stale(ada), promoted)).toEqual(refused('proof-needed'))
  const puppet = { name: 'Puppet', email: 'puppet@strangers.example', allowSharedNumber: false }
  const added = { ...puppet, role: 'admin' as const, mobileNumber: digitsOf(uniqueNumber()) }
  expect(await addEmployee(stale(ada), added)).toEqual(refused('proof-needed'))
  expect(await addEmployee(stale(ada), { ...added, role: 'tech' })).toMatchObject({ ok: true })
})

test('an admin who was demoted a moment ago still needs two admins', async () => {
  const { ada, ben } = await firmInNeed()
  expect(await editEmployee(ada, windowOf(ben, { role: 'tech' }))).toMatchObject({ ok: true })
  expect(await makeOneTimePass(ada, { employeeId: ben.id, reason })).toEqual(refused('needs-another-admin'))
  expect(await resetMethods(ada, { employeeId: ben.id, reason })).toEqual(refused('needs-another-admin'))
})

test('after a reset a number from an admin is no second step without link or pass', async () => {
  const { ada, tech } = await firmInNeed()
  await resetMethods(ada, { employeeId: tech.id, reason })
  const number = uniqueNumber()
  await editEmployee(ada, windowOf(await reload(tech), { mobileNumber: number }))
  expect(await reload(tech)).toMatchObject({
    mobileNumber: number,
    factorResetAt: expect.any(Date),
    vendorState: 'none',
    vendorUserId: null,
  })
})

test('an admin who was promoted after the request cannot confirm it', async () => {
  const { firm, ada, ben } = await firmInNeed()
  await makeEmployee(firm, { role: 'admin' })
  await askSecondAdmin(ada, { employeeId: ben.id, kind: 'reset', reason })
  const { id: requestId } = await db.recoveryRequest.findFirstOrThrow({ where: { employeeId: ben.id } })
  const puppet = actorFor(await makeEmployee(firm, { role: 'admin' }))
  expect(await answerSecondAdmin(puppet, { requestId, answer: 'confirm' })).toEqual(refused('newcomer'))
})

test('a pass ends when its person is deactivated, and does not come back', async () => {
  const { ada, tech } = await firmInNeed()
  const made = await makeOneTimePass(ada, { employeeId: tech.id, reason })
  if (!made.ok) throw new Error(made.reason)
  await editEmployee(ada, windowOf(tech, { active: false }))
  await editEmployee(ada, windowOf(await reload(tech), { active: true }))
  expect(await useOneTimePass(await makePending(tech), made.value.oneTimePass)).toEqual(refused('wrong'))
})
