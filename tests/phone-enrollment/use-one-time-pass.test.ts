import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { passId } from '@/lib/mail-links/one-time-pass'
import { chooseNumber } from '@/lib/phone-enrollment/choose-number'
import { findSetUp, findSetUpLink } from '@/lib/phone-enrollment/find-enrollment'
import { proveNumber } from '@/lib/phone-enrollment/prove-number'
import { resendSetUpLink } from '@/lib/phone-enrollment/resend-enrollment-link'
import { usePass as redeemPass } from '@/lib/phone-enrollment/use-one-time-pass'
import { simulatedAuthy } from '../authy'
import { makeCase } from '../cases/cases'
import { waitingJobs } from '../employees/waiting-jobs'
import { digitsOf, uniqueNumber } from '../factories'
import { makePending } from '../pending'
import { makeEnrolled } from '../registered'
import { madePass, makeReset, start } from './enrolling'

const authy = simulatedAuthy()
const refused = (reason: string) => ({ ok: false, reason })

test('a pass opens the set-up of its person, however it is typed, and ends with it', async () => {
  const person = await makeEnrolled()
  const about = await makeCase(person)
  const pending = await makePending(person)
  const pass = await madePass(person)
  expect(await redeemPass(pending, ` ${pass.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject({
    ok: true,
  })

  const number = uniqueNumber()
  await chooseNumber(pending, digitsOf(number))
  expect(await proveNumber(pending, await authy.appToken(number))).toMatchObject({ ok: true })
  expect((await db.employee.findUniqueOrThrow({ where: { id: person.id } })).mobileNumber).toBe(number)
  expect((await db.resetCase.findUniqueOrThrow({ where: { id: about.id } })).state).toBe('done')
  expect(await redeemPass(await makePending(person), pass)).toEqual(refused('wrong'))
})

test('a pass alone changes nothing: the old phone works until the new one is proven', async () => {
  const person = await makeEnrolled()
  const pending = await makePending(person)
  await redeemPass(pending, await madePass(person))
  await chooseNumber(pending, digitsOf(uniqueNumber()))
  expect(await db.employee.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
    mobileNumber: person.mobileNumber,
    vendorUserId: person.vendorUserId,
  })
})

test('expired, replaced and foreign passes are wrong ones', async () => {
  const [person, other] = [await makeReset(), await makeReset()]
  const pending = await makePending(person)
  const replaced = await madePass(person)
  const pass = await madePass(person)
  expect(await redeemPass(pending, replaced)).toEqual(refused('wrong'))
  expect(await redeemPass(pending, await madePass(other))).toEqual(refused('wrong'))
  expect(await redeemPass(pending, '')).toEqual(refused('wrong'))
  await db.mailLink.update({
    where: { id: passId(person.id, pass) },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  expect(await redeemPass(pending, pass)).toEqual(refused('wrong'))
  expect(await findSetUp(pending)).toBeNull()
})

test('ten wrong passes, and the right one waits an hour', async () => {
  const person = await makeReset()
  const pending = await makePending(person)
  const pass = await madePass(person)
  for (let tries = 0; tries < 10; tries++)
    expect(await redeemPass(pending, 'AAAA-BBBB-CCCC-DDDD')).toEqual(refused('wrong'))
  expect(await redeemPass(await makePending(person), pass)).toEqual(refused('too-many-tries'))
})

test('a pass is no link, and a fresh proof of an open session cannot use it', async () => {
  const person = await makeReset()
  const pass = await madePass(person)
  expect(await findSetUpLink(pass)).toBeNull()
  expect(await start(pass)).toEqual(refused('link-ended'))
  const confirming = await makePending(person, { purpose: 'confirm' })
  expect(await redeemPass(confirming, pass)).toEqual(refused('wrong'))
})

test('a new set-up link is mailed to whose phone was taken away, five times a day', async () => {
  const person = await makeReset()
  const pending = await makePending(person)
  expect(await resendSetUpLink(pending)).toMatchObject({ ok: true })
  expect(await resendSetUpLink(pending)).toEqual(refused('too-soon'))
  expect(await waitingJobs('set-up-mail', person.id)).toHaveLength(1)
  expect(await resendSetUpLink(await makePending(await makeEnrolled()))).toEqual(refused('nothing-to-set-up'))
})
