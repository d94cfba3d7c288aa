import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { editEmployee } from '@/lib/employees/edit-employee'
import { chooseNumber } from '@/lib/phone-enrollment/choose-number'
import { proveNumber, sendEnrollmentToken } from '@/lib/phone-enrollment/prove-number'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { simulatedAuthy } from '../authy'
import { waitingJobs } from '../employees/waiting-jobs'
import { actorFor, digitsOf, makeEmployee, makeFirm, uniqueNumber } from '../factories'
import { makePending } from '../pending'
import { makeRegistered } from '../registered'
import { mailedLink, makeReset, startedWith } from './enrolling'

const authy = simulatedAuthy()
const reload = ({ id }: { id: string }) => db.employee.findUniqueOrThrow({ where: { id } })
const from = '203.0.113.19'
const migrateFirm = (id: string) => db.firm.update({ where: { id }, data: { vendor: 'verify' } })

test('in a firm of Twilio Verify a text proves the new phone without Authy', async () => {
  const person = await makeReset({ vendor: 'verify' })
  await migrateFirm(person.firmId)
  const number = uniqueNumber()
  const pending = await startedWith(await mailedLink(person))
  expect(await chooseNumber(pending, digitsOf(number))).toMatchObject({ ok: true })
  expect(await sendEnrollmentToken(pending, from)).toEqual({ ok: true, value: 'sent' })
  expect(await proveNumber(pending, '000000')).toEqual({ ok: false, reason: 'wrong' })
  const [message] = await authy.messages(number)
  expect(await proveNumber(pending, message?.code ?? '')).toMatchObject({ ok: true })

  expect(await reload(person)).toMatchObject({
    mobileNumber: number,
    factorResetAt: null,
    numberProvenAt: expect.any(Date),
    vendor: 'verify',
    vendorState: 'none',
    vendorUserId: null,
  })
  expect(await waitingJobs('register-at-vendor', person.id)).toHaveLength(0)
  expect((await authy.requests()).filter(({ path }) => path.includes('/users/new'))).toEqual([])
})

test('a person enrolled by a text signs in by the next one', async () => {
  const person = await makeReset({ vendor: 'verify' })
  await migrateFirm(person.firmId)
  const number = uniqueNumber()
  const enrollment = await startedWith(await mailedLink(person))
  await chooseNumber(enrollment, digitsOf(number))
  await sendEnrollmentToken(enrollment, from)
  await proveNumber(enrollment, (await authy.messages(number))[0]?.code ?? '')
  await db.$executeRaw`update sent_token set created_at = created_at - interval '1 minute'`

  const pending = await makePending(person)
  expect(await sendToken(pending, from)).toEqual({ ok: true, value: 'sent' })
  const checked = await checkToken(pending, (await authy.messages(number))[0]?.code ?? '')
  if (!checked.ok) throw new Error(checked.reason)
  expect(await finishSignIn(pending, checked.value)).toMatchObject({ ok: true })
})

test('what Authy knows of the old phone proves no new one', async () => {
  const person = await makeRegistered()
  await migrateFirm(person.firmId)
  await db.employee.update({
    where: { id: person.id },
    data: { vendor: 'verify', factorResetAt: new Date() },
  })
  const pending = await startedWith(await mailedLink(person))
  await chooseNumber(pending, digitsOf(uniqueNumber()))
  await sendEnrollmentToken(pending, from)
  const token = await authy.appToken(person.mobileNumber)
  expect(await proveNumber(pending, token)).toMatchObject({ ok: false })
})

test('a silent Authy does not block the enrollment, and is updated later', async () => {
  const person = await makeReset()
  const number = uniqueNumber()
  await authy.fault('register', '500', number)
  const pending = await startedWith(await mailedLink(person))
  expect(await chooseNumber(pending, digitsOf(number))).toMatchObject({ ok: true })
  expect(await sendEnrollmentToken(pending, from)).toEqual({ ok: true, value: 'sent' })
  await proveNumber(pending, (await authy.messages(number))[0]?.code ?? '')
  expect(await reload(person)).toMatchObject({
    mobileNumber: number,
    vendor: 'authy',
    vendorState: 'waiting',
  })
  expect(await waitingJobs('register-at-vendor', person.id)).toHaveLength(1)
})

test('a number changed by an admin of such a firm waits for no vendor', async () => {
  const firm = await makeFirm()
  await migrateFirm(firm.id)
  const tech = await makeEmployee(firm, { vendorState: 'waiting' })
  const form = { employeeId: tech.id, version: 1, name: tech.name, role: 'tech' as const, active: true }
  const typed = { mobileNumber: digitsOf(uniqueNumber()), allowSharedNumber: false, back: '' }
  expect(await editEmployee(actorFor(firm.admin), { ...form, ...typed })).toMatchObject({ ok: true })
  expect(await reload(tech)).toMatchObject({ vendor: 'verify', vendorState: 'none' })
  expect(await waitingJobs('register-at-vendor', tech.id)).toHaveLength(0)
})
