import { expect, test } from 'vitest'
import { confirmEmail, findEmailChange } from '@/lib/account/confirm-email'
import { sayNotMe } from '@/lib/account/not-me'
import { sendEmailLink } from '@/lib/account/send-email-link'
import { db } from '@/lib/db'
import { cancelEmailChange } from '@/lib/employees/cancel-email-change'
import { changeEmail } from '@/lib/employees/change-email'
import { findColleagueByEmail } from '@/lib/employees/queries'
import { makeLink } from '@/lib/mail-links/make-link'
import { setPassword } from '@/lib/passwords/set-password'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeFirm, makeSession } from '../factories'
import { notificationKindsFor, notificationSecretFor } from '../notifications/notifications'
import { simulatedOutside } from '../notifications/outside'
import { runMailJobs } from '../notifications/run-mail-jobs'
import { jobsFor, newPassword, secretOf, visitor } from '../passwords/people'
import { rounds } from '../races/rounds'
import { freshActorFor } from '../sign-in-methods/passkeys/people'
import { waitingJobs } from './waiting-jobs'

const outside = simulatedOutside()
const newAddress = () => `tess-${crypto.randomUUID()}@harbor.example`
const emailOf = async ({ id }: Employee) => (await db.employee.findUniqueOrThrow({ where: { id } })).email
const linkOf = async ({ id }: Employee) => secretOf((await makeLink(db, id, 'confirm_email')).url)

const confirmOwn = async (person: Employee, link: string) => confirmEmail(await freshActorFor(person), link)

async function firmWith(wishes: Parameters<typeof makeEmployee>[1]) {
  const firm = await makeFirm({ requiresSecondFactor: true })
  return { firm, tech: await makeEmployee(firm, wishes), ada: actorFor(firm.admin) }
}
const withNewcomer = () => firmWith({})
const withColleague = () => firmWith({ lastSignInAt: new Date(), numberProvenAt: new Date() })

test('a mistyped address is corrected at once, and everything sent to it ends', async () => {
  const { tech, ada } = await withNewcomer()
  const invitation = secretOf((await makeLink(db, tech.id, 'invitation')).url)
  const email = newAddress()
  expect(await changeEmail(ada, { employeeId: tech.id, email })).toMatchObject({
    ok: true,
    value: { waits: false },
  })
  expect(await emailOf(tech)).toBe(email)
  expect(await db.credential.count({ where: { employeeId: tech.id } })).toBe(0)
  expect(await setPassword(invitation, newPassword, visitor)).toEqual({ ok: false, reason: 'link-ended' })
  expect(await waitingJobs('invitation-mail', tech.id)).toHaveLength(1)
  const audited = { action: 'employee.email-corrected', targetId: tech.id }
  expect(await db.auditEvent.count({ where: audited })).toBe(1)
})

test('after the first sign-in the old address works until the person confirms', async () => {
  const { tech, ada } = await withColleague()
  const email = newAddress()
  expect(await changeEmail(ada, { employeeId: tech.id, email })).toMatchObject({
    ok: true,
    value: { waits: true },
  })
  expect(await emailOf(tech)).toBe(tech.email)
  expect(await confirmOwn(tech, await linkOf(tech))).toEqual({ ok: true, value: { email } })
  expect(await emailOf(tech)).toBe(email)
})

test('the link goes to the new mailbox, and both mailboxes learn of the change', async () => {
  const { tech, ada } = await withColleague()
  const renamed = { ...tech, email: newAddress() }
  await changeEmail(ada, { employeeId: tech.id, email: renamed.email })
  await runMailJobs(outside, tech)
  await sendEmailLink(outside.mailer, tech.id)
  const [mail] = await outside.mailsTo(renamed.email)
  const link = /\/confirm-email\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  expect(await confirmOwn(tech, link)).toMatchObject({ ok: true })
  await runMailJobs(outside, tech)
  const subjectsTo = async (email: string) => (await outside.mailsTo(email)).map(({ subject }) => subject)
  expect(await subjectsTo(tech.email)).toEqual([
    'Your email address was changed',
    'Your email address is being changed',
  ])
  expect(await subjectsTo(renamed.email)).toContain('Your email address was changed')
  expect(await notificationKindsFor(tech.id)).toEqual(
    expect.arrayContaining(['email-change-asked', 'email-changed']),
  )
})

test('a link works once, for the person alone, and only while it is the newest', async () => {
  const { firm, tech, ada } = await withColleague()
  await changeEmail(ada, { employeeId: tech.id, email: newAddress() })
  const first = await linkOf(tech)
  expect(await findEmailChange({ employeeId: firm.admin.id }, first)).toBeNull()
  expect(await confirmOwn(firm.admin, first)).toEqual({ ok: false, reason: 'link-ended' })
  const email = newAddress()
  await changeEmail(ada, { employeeId: tech.id, email })
  expect(await confirmOwn(tech, first)).toEqual({ ok: false, reason: 'link-ended' })
  const second = await linkOf(tech)
  const answers = await Promise.all([1, 2, 3].map(() => confirmOwn(tech, second)))
  expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { email } }])
})

test('a session that ended after the step-up confirms nothing', async () => {
  const { tech, ada } = await withColleague()
  await changeEmail(ada, { employeeId: tech.id, email: newAddress() })
  const freshActor = await freshActorFor(tech)
  await db.session.deleteMany({ where: { employeeId: tech.id } })
  expect(await confirmEmail(freshActor, await linkOf(tech))).toEqual({ ok: false, reason: 'link-ended' })
  expect(await emailOf(tech)).toBe(tech.email)
})

test('a canceled change cannot be confirmed', async () => {
  const { tech, ada } = await withColleague()
  await changeEmail(ada, { employeeId: tech.id, email: newAddress() })
  const link = await linkOf(tech)
  expect((await cancelEmailChange(ada, tech.id)).ok).toBe(true)
  expect(await confirmOwn(tech, link)).toEqual({ ok: false, reason: 'link-ended' })
  expect(await emailOf(tech)).toBe(tech.email)
})

test('links in the old mailbox end with the change', async () => {
  const { tech, ada } = await withColleague()
  await changeEmail(ada, { employeeId: tech.id, email: newAddress() })
  const reset = secretOf((await makeLink(db, tech.id, 'password_reset')).url)
  await confirmOwn(tech, await linkOf(tech))
  expect(await setPassword(reset, newPassword, visitor)).toEqual({ ok: false, reason: 'link-ended' })
})

test('an address that was taken meanwhile is refused at the confirmation', async () => {
  const { firm, tech, ada } = await withColleague()
  const email = newAddress()
  await changeEmail(ada, { employeeId: tech.id, email })
  const link = await linkOf(tech)
  await makeEmployee(firm, { email })
  expect(await confirmOwn(tech, link)).toEqual({ ok: false, reason: 'email-taken' })
})

test('two people who get one address at once have it once', async () => {
  const { firm, tech, ada } = await withNewcomer()
  const others = [tech, await makeEmployee(firm), await makeEmployee(firm)]
  const email = newAddress()
  const answers = await Promise.all(others.map(({ id }) => changeEmail(ada, { employeeId: id, email })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers).toContainEqual({ ok: false, reason: 'already-in-firm' })
})

test('a change needs a step-up, an active person of the firm and a free address', async () => {
  const { firm, tech, ada } = await withNewcomer()
  const form = { employeeId: tech.id, email: newAddress() }
  const stale = actorFor(firm.admin, { secondFactorAt: new Date(0) })
  const foreign = await makeFirm()
  const gone = await makeEmployee(firm, { active: false })
  const refused = (reason: string) => ({ ok: false, reason })
  expect(await changeEmail(stale, form)).toEqual(refused('proof-needed'))
  expect(await changeEmail(actorFor(foreign.admin), form)).toEqual(refused('not-found'))
  expect(await cancelEmailChange(actorFor(foreign.admin), tech.id)).toEqual(refused('not-found'))
  expect(await changeEmail(ada, { ...form, employeeId: gone.id })).toEqual(refused('not-active'))
  expect(await changeEmail(ada, { ...form, email: tech.email })).toEqual(refused('unchanged'))
  expect(await changeEmail(ada, { ...form, email: gone.email })).toEqual(refused('already-in-firm'))
  expect(await changeEmail(ada, { ...form, email: foreign.admin.email })).toEqual(refused('email-taken'))
  expect(await emailOf(tech)).toBe(tech.email)
})

test('the sixth change of a day waits for tomorrow', async () => {
  const { tech, ada } = await withNewcomer()
  const change = () => changeEmail(ada, { employeeId: tech.id, email: newAddress() })
  for (let times = 0; times < 5; times += 1) expect((await change()).ok).toBe(true)
  expect(await change()).toMatchObject({ ok: false, reason: 'too-many', opensAt: expect.any(Date) })
})

test('"This was not me" gives the old address back and mails the new password there', async () => {
  const { tech, ada } = await withColleague()
  await makeSession(tech)
  await changeEmail(ada, { employeeId: tech.id, email: newAddress() })
  await confirmOwn(tech, await linkOf(tech))
  await sayNotMe(await notificationSecretFor(tech.id, 'email-changed'), visitor)
  expect(await emailOf(tech)).toBe(tech.email)
  expect(await jobsFor('password-reset-mail', tech.email)).toHaveLength(1)
})

test('a correction and a password set by a stranger at once never leave the password', async () => {
  for (let round = 0; round < rounds({ few: 1, full: 50 }); round += 1) {
    const { tech, ada } = await withNewcomer()
    await db.credential.delete({ where: { employeeId: tech.id } })
    const invitation = secretOf((await makeLink(db, tech.id, 'invitation')).url)
    const [changed] = await Promise.all([
      changeEmail(ada, { employeeId: tech.id, email: newAddress() }),
      setPassword(invitation, newPassword, visitor),
    ])
    expect(changed.ok).toBe(true)
    expect(await db.credential.count({ where: { employeeId: tech.id } })).toBe(0)
  }
})

test('the holder of an address is named in the same firm alone, inactive ones too', async () => {
  const { firm, ada } = await withNewcomer()
  const { id, name, email } = await makeEmployee(firm, { active: false })
  expect(await findColleagueByEmail(ada, email)).toEqual({ id, name, active: false })
  expect(await findColleagueByEmail(actorFor((await makeFirm()).admin), email)).toBeNull()
})
