import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { confirmCase } from '@/lib/cases/firm/confirm-case'
import { sendCaseMessage } from '@/lib/cases/mails/send-case-mail'
import { askCase } from '@/lib/cases/person/ask-case'
import { openCase } from '@/lib/cases/person/open-case'
import { sendCaseCode } from '@/lib/cases/person/send-case-code'
import { stopCase } from '@/lib/cases/stop-case'
import { approveCase } from '@/lib/cases/support/approve-case'
import { takeCase } from '@/lib/cases/support/take-case'
import { tickEvidence } from '@/lib/cases/support/tick-evidence'
import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { setPassword } from '@/lib/passwords/set-password'
import type { Mail } from '@/lib/providers/mail'
import { storedId } from '@/lib/secrets/secret-id'
import { findPendingSignIn, type PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { SignInContext } from '@/lib/session/visitor'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { outside } from '@/lib/worker/outside'
import { simulatedAuthy } from '../authy'
import { actorFor, type MadeFirm } from '../factories'
import { notificationKindsFor } from '../notifications/notifications'
import { secretOf } from '../passwords/people'
import { makePending } from '../pending'
import { makeRegistered } from '../registered'
import { passPauses } from './asking'
import { checkCaseInvariants } from './invariants'
import { done, makeClient, makeDesk } from './walk'

// Somebody reads Tess's mail, and has nothing else of hers. The tests are one sequence, in this order.
const authy = simulatedAuthy()
const thief: SignInContext = {
  address: '198.51.100.23',
  place: 'Tallinn',
  browser: 'Chrome on Linux',
  requestId: 'request-of-the-thief',
  browserId: 'browser-of-the-thief',
}
const chosenByThief = 'seven quiet lamps drift'
const note = 'Sounded right on the phone.'

let firm: MadeFirm
let tess: Awaited<ReturnType<typeof makeRegistered>>
let desk: [Actor, Actor, Actor]
const mails: Mail[] = []
const mailer = {
  async sendMail(mail: Mail) {
    mails.push(mail)
    return 'sent' as const
  },
}

beforeAll(async () => {
  desk = await makeDesk()
  firm = await makeClient()
  tess = await makeRegistered(firm)
})

const mailsTo = (email: string) => mails.filter(({ to }) => to === email)

/** The password by mail, and a sign-in with it up to the second step. */
async function resetByMail(): Promise<PendingSignIn> {
  const link = secretOf((await makeLink(db, tess.id, 'password_reset')).url)
  done(await setPassword(link, chosenByThief, thief))
  return signInWithPassword()
}

async function signInWithPassword(): Promise<PendingSignIn> {
  const form = { email: tess.email, password: chosenByThief }
  const { pendingSecret } = done(await startSignIn(form, thief, () => {}))
  const pending = await findPendingSignIn(storedId(pendingSecret))
  if (!pending) throw new Error('There is no pending sign-in')
  return pending
}

/** The form, the code from the mail, and an open case. */
async function askForAnotherPhone(pending: PendingSignIn): Promise<string> {
  const said = {
    reason: 'lost',
    oldNumberWorks: 'no',
    bestTime: '',
    words: 'Please hurry, I am at a customer.',
  } as const
  done(await askCase(pending, { ...said, newNumber: '12025550147' }, thief.address))
  await sendCaseCode(mailer, tess.id)
  const code = /\b\d{4}[ -]?\d{4}\b/.exec(mailsTo(tess.email).at(-1)?.text ?? '')?.[0] ?? ''
  done(await openCase(pending, code, thief.address))
  const { id } = await db.resetCase.findFirstOrThrow({
    where: { employeeId: tess.id },
    orderBy: { number: 'desc' },
  })
  return id
}

async function sendAllNotifications(caseId: string): Promise<void> {
  const notifications = await db.caseMessage.findMany({ where: { caseId, sentAt: null } })
  for (const { id } of notifications) await sendCaseMessage({ mailer, texter: outside.texter }, id)
}

async function takeAndTick(supporter: Actor, caseId: string): Promise<void> {
  done(await takeCase(supporter, caseId))
  for (const kind of ['call_back', 'documents'] as const)
    done(await tickEvidence(supporter, { caseId, kind, note: 'The voice sounded right.' }))
}

/** Tess presses the link in the text that her phone got. */
async function stopFromText(): Promise<void> {
  const [text = ''] = await authy.texts(tess.mobileNumber)
  const link = /\/lost-phone\/stop\/([\w-]{43})/.exec(text)?.[1] ?? ''
  done(await stopCase(link, { place: 'Boston', browser: 'Safari on iPhone' }))
}

async function riskOf(caseId: string): Promise<string[]> {
  return (await db.resetCase.findUniqueOrThrow({ where: { id: caseId } })).risks
}

async function stateOf(caseId: string): Promise<string> {
  return (await db.resetCase.findUniqueOrThrow({ where: { id: caseId } })).state
}

let first: string

test('the case opens marked, and everybody is notified, the old number too', async () => {
  first = await askForAnotherPhone(await resetByMail())
  expect(await riskOf(first)).toEqual(expect.arrayContaining(['mail-reset', 'new-browser']))
  await sendAllNotifications(first)
  const [text, ...others] = await authy.texts(tess.mobileNumber)
  expect(others).toEqual([])
  expect(text).toContain('/lost-phone/stop/')
  expect(mailsTo(firm.admin.email)).toHaveLength(1)
  expect(mailsTo(firm.admin.email)[0]?.text).toContain('/lost-phone/stop/')
  const notified = await notificationKindsFor(tess.id)
  expect(notified.filter((kind) => kind === 'password-changed')).toHaveLength(1)
})

test('a call and documents are not enough: an admin of the firm has to confirm', async () => {
  await takeAndTick(desk[0], first)
  expect(await approveCase(desk[0], { caseId: first, note }, provider)).toEqual({
    ok: false,
    reason: 'not-verified',
  })
  expect(await stateOf(first)).toBe('checking')
})

test('neither the person nor an admin of another firm can give that word', async () => {
  const stranger = actorFor((await makeClient()).admin)
  for (const actor of [actorFor(tess), stranger]) {
    const answer = await confirmCase(actor, { caseId: first, note: '' }, 'admin_confirmed')
    expect(answer).toEqual({ ok: false, reason: 'not-found' })
  }
  expect(await approveCase(desk[0], { caseId: first, note }, provider)).toMatchObject({
    reason: 'not-verified',
  })
})

test('the owner cancels it from the text, and her phone still works', async () => {
  await stopFromText()
  expect(await stateOf(first)).toBe('stopped')
  expect(await db.employee.findUnique({ where: { id: tess.id } })).toMatchObject({
    vendorUserId: tess.vendorUserId,
    mobileNumber: tess.mobileNumber,
    factorResetAt: null,
  })
  const pending = await makePending(tess)
  const proof = done(await checkToken(pending, await authy.appToken(tess.mobileNumber)))
  expect(await finishSignIn(pending, proof)).toMatchObject({ ok: true })
})

test('the canceled case accepts no further step', async () => {
  expect(await approveCase(desk[0], { caseId: first, note }, provider)).toEqual({
    ok: false,
    reason: 'not-yours',
  })
  expect(await takeCase(desk[1], first)).toEqual({ ok: false, reason: 'not-takeable' })
  const late = await confirmCase(actorFor(firm.admin), { caseId: first, note: '' }, 'admin_confirmed')
  expect(late).toEqual({ ok: false, reason: 'closed' })
})

test('a second try within the week is monitored, and the owner is notified again', async () => {
  await passPauses()
  const second = await askForAnotherPhone(await signInWithPassword())
  expect(await riskOf(second)).toEqual(expect.arrayContaining(['watched', 'mail-reset', 'repeated']))
  await sendAllNotifications(second)
  await takeAndTick(desk[0], second)
  const approving = (supporter: Actor) => approveCase(supporter, { caseId: second, note }, provider)
  expect(await approving(desk[0])).toEqual({ ok: false, reason: 'not-verified' })

  // Even an admin who was talked into confirming leaves it to a second supporter, and to the wait.
  done(await confirmCase(actorFor(firm.admin), { caseId: second, note: '' }, 'admin_confirmed'))
  expect(await approving(desk[0])).toEqual({ ok: true, value: { state: 'seconding' } })
  expect(await takeCase(desk[0], second)).toEqual({ ok: false, reason: 'first-approver' })
  done(await takeCase(desk[1], second))
  expect(await approving(desk[1])).toEqual({ ok: false, reason: 'not-checked-twice' })
  done(await tickEvidence(desk[1], { caseId: second, kind: 'documents', note }))
  expect(await approving(desk[1])).toEqual({ ok: true, value: { state: 'waiting' } })
  const { waitHours } = await db.resetCase.findUniqueOrThrow({ where: { id: second } })
  expect(waitHours).toBe(24)

  await sendAllNotifications(second)
  await stopFromText()
  expect(await stateOf(second)).toBe('stopped')
  expect((await db.employee.findUniqueOrThrow({ where: { id: tess.id } })).vendorUserId).toBe(
    tess.vendorUserId,
  )
  await checkCaseInvariants()
})
