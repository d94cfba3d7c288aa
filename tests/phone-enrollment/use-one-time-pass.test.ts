import { expect, test } from 'vitest'
import { getOwnRequest } from '@/lib/cases/person/get-own-request'
import { db } from '@/lib/db'
import { oneTimePassId } from '@/lib/mail-links/one-time-pass'
import { chooseNumber } from '@/lib/phone-enrollment/choose-number'
import { findEnrollment, findEnrollmentLink } from '@/lib/phone-enrollment/find-enrollment'
import { proveNumber } from '@/lib/phone-enrollment/prove-number'
import { resendEnrollmentLink } from '@/lib/phone-enrollment/resend-enrollment-link'
import { useOneTimePass as redeemOneTimePass } from '@/lib/phone-enrollment/use-one-time-pass'
import { simulatedAuthy } from '../authy'
import { makeCase } from '../cases/cases'
import { waitingJobs } from '../employees/waiting-jobs'
import { digitsOf, uniqueNumber } from '../factories'
import { makePending } from '../pending'
import { makeRegistered } from '../registered'
import { madeOneTimePass, makeReset, start } from './enrolling'

const authy = simulatedAuthy()
const refused = (reason: string) => ({ ok: false, reason })

test('a one-time pass opens the enrollment, however it is typed, and ends with it', async () => {
  const person = await makeRegistered()
  const about = await makeCase(person)
  const pending = await makePending(person)
  const oneTimePass = await madeOneTimePass(person)
  expect(
    await redeemOneTimePass(pending, ` ${oneTimePass.toLowerCase().replaceAll('-', ' ')} `),
  ).toMatchObject({
    ok: true,
  })

  const number = uniqueNumber()
  await chooseNumber(pending, digitsOf(number))
  expect(await proveNumber(pending, await authy.appToken(number))).toMatchObject({ ok: true })
  expect((await db.employee.findUniqueOrThrow({ where: { id: person.id } })).mobileNumber).toBe(number)
  expect((await db.resetCase.findUniqueOrThrow({ where: { id: about.id } })).state).toBe('done')
  expect(await redeemOneTimePass(await makePending(person), oneTimePass)).toEqual(refused('wrong'))
})

test('a pass alone changes nothing: the old phone works until the new one is proven', async () => {
  const person = await makeRegistered()
  const pending = await makePending(person)
  await redeemOneTimePass(pending, await madeOneTimePass(person))
  await chooseNumber(pending, digitsOf(uniqueNumber()))
  expect(await db.employee.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
    mobileNumber: person.mobileNumber,
    vendorUserId: person.vendorUserId,
  })
})

test('expired, replaced and foreign passes are wrong ones', async () => {
  const [person, other] = [await makeReset(), await makeReset()]
  const pending = await makePending(person)
  const replaced = await madeOneTimePass(person)
  const oneTimePass = await madeOneTimePass(person)
  expect(await redeemOneTimePass(pending, replaced)).toEqual(refused('wrong'))
  expect(await redeemOneTimePass(pending, await madeOneTimePass(other))).toEqual(refused('wrong'))
  expect(await redeemOneTimePass(pending, '')).toEqual(refused('wrong'))
  await db.mailLink.update({
    where: { id: oneTimePassId(person.id, oneTimePass) },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  expect(await redeemOneTimePass(pending, oneTimePass)).toEqual(refused('wrong'))
  expect(await findEnrollment(pending)).toBeNull()
})

test('ten wrong passes, and the right one waits an hour', async () => {
  const person = await makeReset()
  const pending = await makePending(person)
  const oneTimePass = await madeOneTimePass(person)
  for (let tries = 0; tries < 10; tries++)
    expect(await redeemOneTimePass(pending, 'AAAA-BBBB-CCCC-DDDD')).toEqual(refused('wrong'))
  expect(await redeemOneTimePass(await makePending(person), oneTimePass)).toMatchObject(
    refused('too-many-tries'),
  )
})

test('a pass is no link, and a fresh proof of an open session cannot use it', async () => {
  const person = await makeReset()
  const oneTimePass = await madeOneTimePass(person)
  expect(await findEnrollmentLink(oneTimePass)).toBeNull()
  expect(await start(oneTimePass)).toEqual(refused('link-ended'))
  const confirming = await makePending(person, { purpose: 'step_up' })
  expect(await redeemOneTimePass(confirming, oneTimePass)).toEqual(refused('wrong'))
})

test('a new enrollment link is mailed to a person without a phone five times a day', async () => {
  const person = await makeReset()
  const pending = await makePending(person)
  expect(await resendEnrollmentLink(pending)).toMatchObject({ ok: true })
  expect(await resendEnrollmentLink(pending)).toMatchObject(refused('too-soon'))
  expect(await waitingJobs('enrollment-mail', person.id)).toHaveLength(1)
  expect(await resendEnrollmentLink(await makePending(await makeRegistered()))).toEqual(
    refused('nothing-to-enroll'),
  )
})

test('no link is mailed while a password reset by mail blocks it', async () => {
  const person = await makeReset()
  const pending = await makePending(person)
  await db.$executeRaw`update credential set reset_by_mail_at = now() where employee_id = ${person.id}::uuid`
  expect(await resendEnrollmentLink(pending)).toEqual(refused('blocked-by-mail'))
  expect(await waitingJobs('enrollment-mail', person.id)).toHaveLength(0)
  expect(await getOwnRequest(pending)).toMatchObject({ isLinkBlocked: true })
})
