import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { chooseNumber } from '@/lib/phone-enrollment/choose-number'
import { findEnrollment } from '@/lib/phone-enrollment/find-enrollment'
import { proveNumber } from '@/lib/phone-enrollment/prove-number'
import { storedId } from '@/lib/secrets/secret-id'
import { simulatedAuthy } from '../authy'
import { checkCaseInvariants } from '../cases/invariants'
import { done, makeClient, makeOwner, openLostPhone, startChange } from '../cases/walk'
import { digitsOf, uniqueNumber } from '../factories'
import { secretOf } from '../passwords/people'
import { makePending } from '../pending'

const authy = simulatedAuthy()

/** Password and mailbox: a pending sign-in with the link that was mailed because of the pending number change. */
async function withMailedLink(employeeId: string) {
  const pending = await makePending({ id: employeeId })
  const linkId = storedId(secretOf((await makeLink(db, employeeId, 'phone_enrollment')).url))
  await db.$executeRaw`update pending_sign_in set enrollment_link_id = ${linkId} where id = ${pending.pendingId}`
  return pending
}

test('the link of a pending number change takes no other number', async () => {
  const firm = await makeClient()
  const person = await makeOwner(firm)
  const { newNumber } = await startChange(firm, person)
  const pending = await withMailedLink(person.id)
  expect(await findEnrollment(pending)).toMatchObject({ suggestedNumber: newNumber, isFixed: true })
  expect(await chooseNumber(pending, digitsOf(uniqueNumber()))).toEqual({ ok: false, reason: 'number-fixed' })
})

test('not even when a lost phone is asked for as well: nobody has decided about that', async () => {
  const firm = await makeClient()
  const person = await makeOwner(firm)
  const { newNumber } = await startChange(firm, person)
  await openLostPhone(person)
  const pending = await withMailedLink(person.id)
  expect(await findEnrollment(pending)).toMatchObject({ suggestedNumber: newNumber, isFixed: true })
  expect(await chooseNumber(pending, digitsOf(uniqueNumber()))).toEqual({ ok: false, reason: 'number-fixed' })

  done(await chooseNumber(pending, digitsOf(newNumber)))
  done(await proveNumber(pending, await authy.appToken(newNumber)))
  expect(await db.employee.findUnique({ where: { id: person.id } })).toMatchObject({
    mobileNumber: newNumber,
  })
  await checkCaseInvariants()
})

test('a mailed link without a reason opens nothing', async () => {
  const person = await makeOwner(await makeClient())
  await openLostPhone(person)
  const pending = await withMailedLink(person.id)
  expect(await findEnrollment(pending)).toBeNull()
  expect(await chooseNumber(pending, digitsOf(uniqueNumber()))).toEqual({ ok: false, reason: 'ended' })
})
