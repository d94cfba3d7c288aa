import { expect, test } from 'vitest'
import { stopCase } from '@/lib/cases/stop-case'
import { db } from '@/lib/db'
import { stopSecret } from '@/lib/mail-links/case-links'
import { makeLink } from '@/lib/mail-links/make-link'
import { chooseNumber } from '@/lib/phone-enrollment/choose-number'
import { findEnrollment, findEnrollmentLink } from '@/lib/phone-enrollment/find-enrollment'
import { proveNumber, sendEnrollmentToken } from '@/lib/phone-enrollment/prove-number'
import { storedId } from '@/lib/secrets/secret-id'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { removeVendorUser } from '@/lib/sign-in-methods/vendors/remove-at-vendor'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import type { Employee } from '@/prisma/client/client'
import { simulatedAuthy } from '../authy'
import { makeCase } from '../cases/cases'
import { waitingJobs } from '../employees/waiting-jobs'
import { digitsOf, makeEmployee, makeSession, uniqueNumber } from '../factories'
import { secretOf } from '../passwords/people'
import { makePending } from '../pending'
import { makeRegistered } from '../registered'
import { madeOneTimePass, mailedLink, makeReset, start, startedWith } from './enrolling'

const authy = simulatedAuthy()
const refused = (reason: string) => ({ ok: false, reason })
const reload = ({ id }: { id: string }) => db.employee.findUniqueOrThrow({ where: { id } })
const from = '203.0.113.9'

/** Up to the texted token. */
async function texted(person: Employee, number: string) {
  const pending = await startedWith(await mailedLink(person))
  expect(await chooseNumber(pending, digitsOf(number))).toMatchObject({ ok: true })
  expect(await sendEnrollmentToken(pending, from)).toMatchObject({ ok: true })
  const [message] = await authy.messages(number)
  return { pending, token: message?.code ?? '' }
}

test('link, password, number and token enroll the new phone and close the case', async () => {
  const person = await makeReset()
  const { id } = await makeCase(person, { state: 'ready' })
  const number = uniqueNumber()
  const { pending, token } = await texted(person, number)
  expect(await proveNumber(pending, token)).toMatchObject({ ok: true })

  expect(await reload(person)).toMatchObject({
    mobileNumber: number,
    factorResetAt: null,
    vendorState: 'registered',
    numberProvenAt: expect.any(Date),
    vendorUserId: expect.stringMatching(/^\d+$/),
  })
  expect((await db.resetCase.findUniqueOrThrow({ where: { id } })).state).toBe('done')
  expect(await findEnrollment(pending)).toBeNull()
})

test('a denial on the old phone holds back no push to an enrolled one', async () => {
  const person = await makeReset({ pushesLockedAt: new Date() })
  const { pending, token } = await texted(person, uniqueNumber())
  expect(await proveNumber(pending, token)).toMatchObject({ ok: true })
  const next = await makePending(await reload(person))
  expect(await createPush(next)).toMatchObject({ ok: true })
})

async function enrolled(person: Employee) {
  const number = uniqueNumber()
  const { pending, token } = await texted(person, number)
  const proven = await proveNumber(pending, token)
  if (!proven.ok) throw new Error(proven.reason)
  return { number, pending, token, proof: proven.value }
}

test('the text that proves the new phone completes its own sign-in, once', async () => {
  const person = await makeReset()
  const { pending, proof } = await enrolled(person)
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)

  const answers = await Promise.all([finishSignIn(pending, proof), finishSignIn(pending, proof)])
  expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  const sessions = await db.session.findMany({ where: { employeeId: person.id } })
  expect(sessions).toMatchObject([{ secondFactor: 'text', secondFactorAt: expect.any(Date) }])
})

test('the text that proves the new phone completes no other sign-in', async () => {
  const person = await makeReset()
  const { token } = await enrolled(person)
  const other = await makePending(await reload(person))
  const again = await checkToken(other, token)
  if (again.ok) expect(await finishSignIn(other, again.value)).toEqual(refused('token-used'))
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
})

test('where the firm asks for more than texts, the new phone leads to adding it', async () => {
  const person = await makeReset()
  const { pending, proof } = await enrolled(person)
  await db.firm.update({ where: { id: person.firmId }, data: { minimumTech: 'strong' } })
  expect(await finishSignIn(pending, proof)).toEqual(refused('stronger-needed'))
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
})

test('wrong tokens of the old phone do not block the new one, five of its own do', async () => {
  const person = await makeReset()
  await db.employee.update({
    where: { id: person.id },
    data: { wrongTokensInRow: 100, tokensLockedUntil: new Date(Date.now() + 3_600_000) },
  })
  const { pending, token } = await texted(person, uniqueNumber())
  const wrong = token === '1234567' ? '7654321' : '1234567'
  for (let tries = 0; tries < 5; tries++) expect(await proveNumber(pending, wrong)).toEqual(refused('wrong'))
  expect(await proveNumber(pending, token)).toEqual(refused('no-tries-left'))
  await db.$executeRaw`update pending_sign_in set tries_left = 5 where id = ${pending.pendingId}`
  await db.$executeRaw`update sent_token set tries_left = 5 where pending_sign_in_id = ${pending.pendingId}`
  expect(await proveNumber(pending, token)).toMatchObject({ ok: true })
})

test('a password set by mail after the request blocks the link', async () => {
  const person = await makeReset()
  await makeCase(person, { state: 'ready' })
  const link = await mailedLink(person)
  const started = await startedWith(link)
  await db.$executeRaw`update credential set reset_by_mail_at = now() where employee_id = ${person.id}::uuid`
  expect((await findEnrollmentLink(link))?.isBlocked).toBe(true)
  expect(await start(link)).toEqual(refused('link-ended'))
  expect(await findEnrollment(started)).toBeNull()

  // It does not lapse: waiting gives a reader of the mailbox no better right.
  await db.$executeRaw`
    update reset_case set opened_at = now() - interval '30 days' where employee_id = ${person.id}::uuid`
  await db.$executeRaw`
    update credential set reset_by_mail_at = now() - interval '20 days' where employee_id = ${person.id}::uuid`
  expect(await start(link)).toEqual(refused('link-ended'))
})

test('after an admin’s reset a password set by mail in the week before blocks the link', async () => {
  const person = await makeReset()
  const link = await mailedLink(person)
  await db.$executeRaw`
    update credential set reset_by_mail_at = now() - interval '2 days' where employee_id = ${person.id}::uuid`
  expect(await start(link)).toEqual(refused('link-ended'))
  await db.$executeRaw`
    update credential set reset_by_mail_at = now() - interval '8 days' where employee_id = ${person.id}::uuid`
  expect(await start(link)).toMatchObject({ ok: true })
})

test('a password set by mail before the request does not block the link', async () => {
  const person = await makeReset()
  await db.$executeRaw`
    update credential set reset_by_mail_at = now() - interval '1 hour' where employee_id = ${person.id}::uuid`
  await makeCase(person, { state: 'ready' })
  expect(await start(await mailedLink(person))).toMatchObject({ ok: true })
})

test('sessions, pushes and every other pending sign-in end with it', async () => {
  const person = await makeReset()
  const other = await makePending(person)
  await makeSession(person)
  const { pending, token } = await texted(person, uniqueNumber())
  await proveNumber(pending, token)
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
  const left = await db.pendingSignIn.findMany({ where: { employeeId: person.id }, select: { id: true } })
  expect(left).toEqual([{ id: pending.pendingId }])
  expect(left).not.toContainEqual({ id: other.pendingId })
})

test('a link with a wrong password opens nothing', async () => {
  const person = await makeReset()
  expect(await start(await mailedLink(person), 'not the right one')).toEqual(refused('wrong'))
  expect(await db.pendingSignIn.count({ where: { employeeId: person.id } })).toBe(0)
})

test('expired, used, replaced, cut and foreign-purpose links have ended', async () => {
  const person = await makeReset()
  const replaced = await mailedLink(person)
  const link = await mailedLink(person)
  const reset = secretOf((await makeLink(db, person.id, 'password_reset')).url)
  for (const wrong of [replaced, link.slice(1), '', reset, stopSecret(person.id)])
    expect(await start(wrong)).toEqual(refused('link-ended'))

  await db.mailLink.update({
    where: { id: storedId(link) },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  expect(await start(link)).toEqual(refused('link-ended'))
})

test('a link works once, also in two browsers at the same time', async () => {
  const person = await makeReset()
  const link = await mailedLink(person)
  const pendings = await Promise.all([startedWith(link), startedWith(link)])
  const number = uniqueNumber()
  for (const pending of pendings) await chooseNumber(pending, digitsOf(number))
  const token = await authy.appToken(number)
  const answers = await Promise.all(pendings.map((pending) => proveNumber(pending, token)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await findEnrollmentLink(link)).toBeNull()
})

test('a link of a person who has a phone opens nothing', async () => {
  const person = await makeReset({ factorResetAt: null })
  expect(await start(await mailedLink(person))).toEqual(refused('link-ended'))
})

test('a link of one person gives another one’s pending sign-in nothing', async () => {
  const [person, other] = [await makeReset(), await makeReset()]
  const link = await mailedLink(person)
  const pending = await makePending(other)
  await db.$executeRaw`update pending_sign_in set enrollment_link_id = ${storedId(link)} where id = ${pending.pendingId}`
  expect(await findEnrollment(pending)).toBeNull()
  expect(await chooseNumber(pending, digitsOf(uniqueNumber()))).toEqual(refused('ended'))
})

test('a cancellation between the number and the token refuses the token', async () => {
  const person = await makeReset()
  const about = await makeCase(person, { state: 'ready' })
  const id = crypto.randomUUID()
  const { id: eventId } = await db.caseEvent.findFirstOrThrow({ where: { caseId: about.id } })
  const stopHash = storedId(stopSecret(id))
  await db.caseMessage.create({
    data: { id, caseId: about.id, eventId, employeeId: person.id, channel: 'mail', stopHash },
  })
  const { pending, token } = await texted(person, uniqueNumber())
  await stopCase(stopSecret(id), { place: 'Austin', browser: 'Chrome on Windows' })
  expect(await proveNumber(pending, token)).toEqual(refused('ended'))
  expect(await reload(person)).toMatchObject({ mobileNumber: person.mobileNumber, factorResetAt: null })
})

test('choosing another number invalidates the first token and drops the first number', async () => {
  const person = await makeReset()
  const { pending, token } = await texted(person, uniqueNumber())
  const enrollment = await findEnrollment(pending)
  await chooseNumber(pending, digitsOf(uniqueNumber()))
  expect(await proveNumber(pending, token)).toEqual(refused('wrong'))
  expect(await waitingJobs('remove-at-vendor', enrollment?.newVendorUserId ?? '')).toHaveLength(1)
})

test('a wrong token changes nothing', async () => {
  const person = await makeReset()
  const { pending } = await texted(person, uniqueNumber())
  expect(await proveNumber(pending, '0000000')).toEqual(refused('wrong'))
  expect(await reload(person)).toMatchObject({ mobileNumber: person.mobileNumber, vendorUserId: null })
})

test('a number that is no number is refused with what was meant', async () => {
  const pending = await startedWith(await mailedLink(await makeReset()))
  expect(await chooseNumber(pending, '+1 202 555 0123')).toMatchObject({
    reason: 'number-unreadable',
    why: { suggestion: '12025550123' },
  })
  expect(await chooseNumber(pending, '')).toEqual(refused('number-needed'))
})

test('a doubtful number is chosen only with a tick', async () => {
  const pending = await startedWith(await mailedLink(await makeReset()))
  expect(await chooseNumber(pending, '815012345678')).toMatchObject({ reason: 'number-doubtful' })
  expect(await chooseNumber(pending, '815012345678', '815012345678')).toMatchObject({ ok: true })
})

test('where texts do not go, a vendor without an answer chooses nothing', async () => {
  const pending = await startedWith(await mailedLink(await makeReset()))
  const number = '+79161234567'
  await authy.fault('register', '500', number)
  expect(await chooseNumber(pending, digitsOf(number))).toEqual(refused('provider-down'))
  await authy.clearFaults()
  expect((await findEnrollment(pending))?.newNumber).toBeNull()
})

test('a changed number is proven by its own link, and no other number is', async () => {
  const person = await makeRegistered()
  const number = uniqueNumber()
  const about = await makeCase(person, { kind: 'number_change', requestedNumber: number })
  const pending = await startedWith(await mailedLink(person))
  expect(await findEnrollment(pending)).toMatchObject({ isFixed: true, suggestedNumber: number })
  expect(await chooseNumber(pending, digitsOf(uniqueNumber()))).toEqual(refused('number-fixed'))
  expect(await chooseNumber(pending, digitsOf(number))).toMatchObject({ ok: true })
  expect(await proveNumber(pending, await authy.appToken(number))).toMatchObject({ ok: true })
  expect(await reload(person)).toMatchObject({ mobileNumber: number, numberProvenAt: expect.any(Date) })
  expect((await db.resetCase.findUniqueOrThrow({ where: { id: about.id } })).state).toBe('done')
})

test('the old number is forgotten by the vendor, unless somebody else holds it', async () => {
  const alone = await makeRegistered()
  const shared = await makeRegistered()
  await makeEmployee(
    { id: shared.firmId },
    { mobileNumber: shared.mobileNumber, vendorUserId: shared.vendorUserId },
  )
  for (const person of [alone, shared]) {
    const number = uniqueNumber()
    await makeCase(person, { kind: 'number_change', requestedNumber: number })
    const pending = await startedWith(await mailedLink(person))
    await chooseNumber(pending, digitsOf(number))
    await proveNumber(pending, await authy.appToken(number))
    expect(await waitingJobs('remove-at-vendor', person.vendorUserId)).toHaveLength(1)
    await removeVendorUser(provider, person.vendorUserId)
  }
  expect(await provider.sendToken(alone.vendorUserId)).toMatchObject({ ok: false })
  expect(await provider.sendToken(shared.vendorUserId)).toMatchObject({ ok: true })
})

test('a pending sign-in without link or pass can do none of it', async () => {
  const person = await makeReset()
  await mailedLink(person)
  await madeOneTimePass(person)
  const pending = await makePending(person)
  expect(pending.isReset).toBe(true)
  expect(await findEnrollment(pending)).toBeNull()
  expect(await chooseNumber(pending, digitsOf(uniqueNumber()))).toEqual(refused('ended'))
  expect(await sendEnrollmentToken(pending, from)).toEqual(refused('ended'))
  expect(await proveNumber(pending, '1234567')).toEqual(refused('ended'))
  // Nor does the old method work any more.
  expect(await sendToken(pending, from)).toEqual(refused('not-registered'))
  expect(await checkToken(pending, '1234567')).toEqual(refused('not-registered'))
  expect(await createPush(pending)).toEqual(refused('not-registered'))
})

test('a step-up in an open session leads to no enrollment', async () => {
  const person = await makeReset()
  const link = await mailedLink(person)
  const pending = await makePending(person, {
    purpose: 'step_up',
    replacesSessionId: await makeSession(person),
  })
  await db.$executeRaw`update pending_sign_in set enrollment_link_id = ${storedId(link)} where id = ${pending.pendingId}`
  expect(await findEnrollment(pending)).toBeNull()
})
