import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { editEmployee } from '@/lib/employees/edit-employee'
import { makeLink } from '@/lib/mail-links/make-link'
import { chooseNumber } from '@/lib/phone-enrollment/choose-number'
import { confirmNumber } from '@/lib/phone-enrollment/confirm-number'
import { findEnrollment, findEnrollmentLink } from '@/lib/phone-enrollment/find-enrollment'
import {
  findNumberLink,
  findNumberProof,
  type NumberProof,
  wasConfirmedHere,
} from '@/lib/phone-enrollment/find-number-link'
import { startNumberProof } from '@/lib/phone-enrollment/start-number-proof'
import { storedId } from '@/lib/secrets/secret-id'
import { freshActorOfPending } from '@/lib/session/fresh-actor'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { notifyUnfinished } from '@/lib/sign-in/notify-unfinished'
import { removeAllMethods } from '@/lib/sign-in-methods/remove-all-methods'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { simulatedAuthy } from '../authy'
import { auditOf } from '../employees/recovery/firm-in-need'
import { actorFor, digitsOf, makeEmployee, makeFirm, passphrase, uniqueNumber } from '../factories'
import { notificationsFor } from '../notifications/notifications'
import { newlyInvited, secretOf, visitor } from '../passwords/people'
import { makeRegistered } from '../registered'

const authy = simulatedAuthy()
const refused = (reason: string) => ({ ok: false, reason })
const reload = ({ id }: { id: string }) => db.employee.findUniqueOrThrow({ where: { id } })
const from = '203.0.113.9'

async function mailedLink({ id }: { id: string }): Promise<string> {
  return secretOf((await makeLink(db, id, 'confirm_number')).url)
}

let browsers = 0

function start(link: string, password = passphrase) {
  browsers += 1
  const address = `2001:db8:2:${browsers.toString(16)}::1`
  return startNumberProof(
    { link, password },
    { ...visitor, browserId: crypto.randomUUID(), address },
    () => {},
  )
}

/** Link and password were right. */
async function started(link: string): Promise<NumberProof> {
  const answer = await start(link)
  if (!answer.ok) throw new Error(answer.reason)
  const proof = await findNumberProof(storedId(answer.value.pendingSecret))
  if (!proof) throw new Error('The proof was not found')
  return proof
}

async function texted(proof: NumberProof): Promise<string> {
  expect(await sendToken(proof, from)).toEqual({ ok: true, value: 'sent' })
  const [message] = await authy.messages(proof.mobileNumber)
  return message?.code ?? ''
}

/** Up to the texted token. */
async function askedAndTexted() {
  const person = await makeRegistered()
  await authy.devices(person.mobileNumber, [])
  const link = await mailedLink(person)
  const proof = await started(link)
  return { person, link, proof, token: await texted(proof) }
}

test('link, password and token confirm the number once, and the person is notified', async () => {
  const { person, link, proof, token } = await askedAndTexted()
  expect(await confirmNumber(proof, token)).toMatchObject({ ok: true })
  expect(await reload(person)).toMatchObject({
    numberProvenAt: expect.any(Date),
    testedAt: null,
    wrongTokensInRow: 0,
  })
  const notified = { kind: 'number-confirmed', number: person.mobileNumber, place: 'Austin' }
  expect(await notificationsFor(person.id)).toMatchObject([notified])
  const details = { mobileNumber: `ending ${person.mobileNumber.slice(-4)}` }
  expect(await auditOf(person, 'employee.number-confirmed')).toMatchObject([
    { actorId: person.id, details, place: 'Austin' },
  ])

  expect(await confirmNumber(proof, token)).toEqual(refused('ended'))
  expect(await start(link)).toEqual(refused('link-ended'))
  expect(await wasConfirmedHere(proof.pendingId, link)).toBe(true)
})

test('two browsers with one link: one confirms', async () => {
  const { link, proof, token } = await askedAndTexted()
  const other = await started(link)
  const answers = await Promise.all([confirmNumber(proof, token), confirmNumber(other, token)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await auditOf({ id: proof.employeeId }, 'employee.number-confirmed')).toHaveLength(1)
})

test('it opens no session, and the token is consumed', async () => {
  const { person, proof, token } = await askedAndTexted()
  const digest = 'made up'
  expect(await finishSignIn(proof, { kind: 'token', method: 'text', digest })).toEqual(refused('ended'))
  expect(await finishSignIn(proof, { kind: 'password' })).toEqual(refused('ended'))
  await confirmNumber(proof, token)
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
  expect((await reload(person)).lastSignInAt).toBeNull()
})

test('the started confirmation is no sign-in: it enrolls nothing and adds no method', async () => {
  const { proof } = await askedAndTexted()
  expect(await findPendingSignIn(proof.pendingId)).toBeNull()
  expect(await findEnrollment(proof)).toBeNull()
  expect(await chooseNumber(proof, digitsOf(uniqueNumber()))).toEqual(refused('ended'))
  expect(freshActorOfPending(proof)).toMatchObject({ ok: false })
})

test('no other link opens this, and this link opens nothing else', async () => {
  const { person, link } = await askedAndTexted()
  expect(await findEnrollmentLink(link)).toBeNull()
  for (const purpose of ['invitation', 'password_reset', 'phone_enrollment'] as const) {
    const foreign = secretOf((await makeLink(db, person.id, purpose)).url)
    expect(await start(foreign)).toEqual(refused('link-ended'))
  }
  expect(await start(link.slice(1))).toEqual(refused('link-ended'))
  expect(await start('')).toEqual(refused('link-ended'))
})

test('a wrong password texts nothing and begins nothing', async () => {
  const person = await makeRegistered()
  expect(await start(await mailedLink(person), 'not the right one')).toEqual(refused('wrong'))
  expect(await db.pendingSignIn.count({ where: { employeeId: person.id } })).toBe(0)
  expect(await db.sentToken.count({ where: { employeeId: person.id } })).toBe(0)
})

test('the newest link replaces the one before, also what was started with it', async () => {
  const { person, link, proof, token } = await askedAndTexted()
  const newer = await mailedLink(person)
  expect(await start(link)).toEqual(refused('link-ended'))
  expect(await findNumberProof(proof.pendingId)).toBeNull()
  expect(await confirmNumber(proof, token)).toEqual(refused('ended'))
  expect(await findNumberLink(newer)).toMatchObject({ employeeId: person.id })
})

test('a link ends after three days', async () => {
  const person = await makeRegistered()
  const link = await mailedLink(person)
  const { expiresAt, createdAt } = await db.mailLink.findUniqueOrThrow({ where: { id: storedId(link) } })
  expect(expiresAt.getTime() - createdAt.getTime()).toBe(72 * 3_600_000)
  await db.$executeRaw`update mail_link set expires_at = now() - interval '1 second' where id = ${storedId(link)}`
  expect(await start(link)).toEqual(refused('link-ended'))
})

test('a number changed meanwhile is not confirmed by the old link or token', async () => {
  const { person, link, proof, token } = await askedAndTexted()
  const firm = await db.firm.findUniqueOrThrow({ where: { id: person.firmId } })
  const ada = actorFor(await makeEmployee(firm, { role: 'admin' }))
  const { id: employeeId, version, name, active } = await reload(person)
  const mobileNumber = digitsOf(uniqueNumber())
  const window = { employeeId, version, name, active, role: 'tech' as const, allowSharedNumber: false }
  expect(await editEmployee(ada, { ...window, mobileNumber })).toMatchObject({ ok: true })

  expect(await confirmNumber(proof, token)).toMatchObject({ ok: false })
  expect(await start(link)).toEqual(refused('link-ended'))
  expect((await reload(person)).numberProvenAt).toBeNull()
})

test('the disabled and people after a reset confirm nothing', async () => {
  const disabled = await askedAndTexted()
  await db.employee.update({ where: { id: disabled.person.id }, data: { active: false } })
  expect(await findNumberProof(disabled.proof.pendingId)).toBeNull()
  expect(await confirmNumber(disabled.proof, disabled.token)).toEqual(refused('ended'))
  expect(await start(disabled.link)).toEqual(refused('link-ended'))

  const reset = await askedAndTexted()
  await db.$transaction((tx) => removeAllMethods(tx, reset.person.id))
  expect(await start(reset.link)).toEqual(refused('link-ended'))
  expect(await confirmNumber(reset.proof, reset.token)).toMatchObject({ ok: false })
  expect((await reload(reset.person)).numberProvenAt).toBeNull()
})

test('tokens of another person, an app or recovery codes do not prove this phone', async () => {
  const { person, proof } = await askedAndTexted()
  const other = await makeRegistered()
  expect(await confirmNumber(proof, await authy.appToken(other.mobileNumber))).toEqual(refused('wrong'))
  expect(await confirmNumber(proof, 'ABCDE-FGHJK-MNPQR')).toEqual(refused('not-a-code'))
  expect((await reload(person)).numberProvenAt).toBeNull()
})

test('wrong tokens count with those of the sign-in, and a right one resets nothing', async () => {
  const { person, proof, token } = await askedAndTexted()
  await db.employee.update({ where: { id: person.id }, data: { wrongTokensInRow: 7 } })
  const wrong = token === '1234567' ? '7654321' : '1234567'
  expect(await confirmNumber(proof, wrong)).toEqual(refused('wrong'))
  expect(await confirmNumber(proof, token)).toMatchObject({ ok: true })
  expect(await reload(person)).toMatchObject({ wrongTokensInRow: 8, tokensLockedUntil: null })
})

test('where tokens are switched off the right one is refused too', async () => {
  const { person, proof, token } = await askedAndTexted()
  await db.employee.update({ where: { id: person.id }, data: { wrongTokensInRow: 100 } })
  expect(await confirmNumber(proof, token)).toEqual(refused('disabled'))
  expect((await reload(person)).numberProvenAt).toBeNull()
})

test('a person without a password gets a message from the link, and no further', async () => {
  const person = await newlyInvited()
  const link = await mailedLink(person)
  expect(await findNumberLink(link)).toMatchObject({ hasPassword: false })
  expect(await start(link, passphrase)).toEqual(refused('wrong'))
})

test('it works where only the password is asked, without a sign-in notification', async () => {
  const person = await makeRegistered(await makeFirm())
  await authy.devices(person.mobileNumber, [])
  const proof = await started(await mailedLink(person))
  const token = await texted(proof)
  expect(await confirmNumber(proof, token)).toMatchObject({ ok: true })
  const unused = await makeRegistered()
  const pending = await started(await mailedLink(unused))
  await db.$executeRaw`update pending_sign_in set expires_at = now() - interval '1 second' where id = ${pending.pendingId}`
  await notifyUnfinished()
  expect(await notificationsFor(unused.id)).toEqual([])
})
