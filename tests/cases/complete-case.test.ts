import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { completeCase } from '@/lib/cases/clock/run-clocks'
import { stopCase } from '@/lib/cases/stop-case'
import { db } from '@/lib/db'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { registerAtVendor } from '@/lib/sign-in-methods/vendors/register-at-vendor'
import { removeVendorUser } from '@/lib/sign-in-methods/vendors/remove-at-vendor'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { simulatedAuthy } from '../authy'
import { makeSession } from '../factories'
import { jobsFor } from '../passwords/people'
import { makePending } from '../pending'
import { makeRegistered } from '../registered'
import { checkCaseInvariants } from './invariants'
import { approve, done, makeClient, makeDesk, openLostPhone, passWait, stopLinkOf } from './walk'

const authy = simulatedAuthy()
let desk: [Actor, Actor, Actor]

beforeAll(async () => {
  desk = await makeDesk()
})
afterEach(checkCaseInvariants)

type Person = Awaited<ReturnType<typeof makeRegistered>>

/** Approved and due, with all that may hang on the old phone. */
async function dueCase(): Promise<{ caseId: string; person: Person }> {
  const person = await makeRegistered(await makeClient())
  const { caseId } = await openLostPhone(person)
  await approve({ caseId }, desk[0])
  await passWait(caseId)
  return { caseId, person }
}

/** What the worker does with the jobs about the vendor, in either order. */
const vendorJobs = (person: Person) => [
  () => removeVendorUser(provider, person.vendorUserId),
  () => registerAtVendor(provider, person.id),
]

test('the old phone goes with all that hung on it, and the number stays on file', async () => {
  const { caseId, person } = await dueCase()
  await makeSession(person)
  const pending = await makePending(person)
  done(await createPush(pending))
  expect(await completeCase(caseId)).toBe(true)

  expect(await db.employee.findUnique({ where: { id: person.id } })).toMatchObject({
    mobileNumber: person.mobileNumber,
    vendorUserId: null,
    vendorState: 'none',
    numberProvenAt: null,
    factorResetAt: expect.any(Date),
  })
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
  expect(await db.pendingSignIn.count({ where: { employeeId: person.id } })).toBe(0)
  expect(
    await db.push.count({
      where: { employeeId: person.id, status: { in: ['sending', 'pending', 'approved'] } },
    }),
  ).toBe(0)
  expect(await jobsFor('remove-at-vendor', person.vendorUserId)).toHaveLength(1)
  expect(await jobsFor('enrollment-mail', person.id)).toHaveLength(1)
})

test('a token of the old phone that was checked just before opens nothing', async () => {
  const { caseId, person } = await dueCase()
  const pending = await makePending(person)
  const proof = done(await checkToken(pending, await authy.appToken(person.mobileNumber)))
  expect(await completeCase(caseId)).toBe(true)
  expect(await finishSignIn(pending, proof)).toEqual({ ok: false, reason: 'ended' })
})

test.each([
  ['first the vendor forgets the number', 1],
  ['first it is registered again', -1],
])('canceled after completion, the old phone works again: %s', async (_, order) => {
  const { caseId, person } = await dueCase()
  expect(await completeCase(caseId)).toBe(true)
  done(await stopCase(await stopLinkOf(caseId), { place: 'Boston', browser: 'Safari on iPhone' }))
  const jobs = order === 1 ? vendorJobs(person) : vendorJobs(person).reverse()
  for (const run of jobs) await run()

  const restored = await db.employee.findUniqueOrThrow({ where: { id: person.id } })
  expect(restored).toMatchObject({
    mobileNumber: person.mobileNumber,
    vendorState: 'registered',
    factorResetAt: null,
  })
  const pending = await makePending(person)
  const proof = done(await checkToken(pending, await authy.appToken(person.mobileNumber)))
  expect(await finishSignIn(pending, proof)).toMatchObject({ ok: true })
})

test('a case is carried out once, and an unknown one never', async () => {
  const { caseId } = await dueCase()
  expect(await Promise.all([completeCase(caseId), completeCase(caseId), completeCase(caseId)])).toEqual(
    expect.arrayContaining([true, false, false]),
  )
  expect(await completeCase(caseId)).toBe(false)
  expect(await completeCase(crypto.randomUUID())).toBe(false)
})
