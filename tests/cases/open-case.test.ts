import { expect, test } from 'vitest'
import { askCase } from '@/lib/cases/person/ask-case'
import { getCasePage } from '@/lib/cases/person/get-case-page'
import { openCase } from '@/lib/cases/person/open-case'
import type { Risk } from '@/lib/cases/rules'
import { db } from '@/lib/db'
import type { Employee } from '@/prisma/client/client'
import { makeEmployee, makeFirm, makeSession } from '../factories'
import { makePending } from '../pending'
import { address, asked, context, form, opened, other } from './asking'
import { makeCase } from './cases'

const refused = (reason: string) => ({ ok: false, reason })
const hour = 3_600_000

test('the code opens one case, and the answer has the link to its page', async () => {
  const { person, pending } = await context()
  const code = await asked(pending, { newNumber: '12025550199' })
  const answer = await openCase(pending, code, address)
  if (!answer.ok) throw new Error(answer.reason)
  const page = await getCasePage(answer.value.pageSecret)
  expect(page).toMatchObject({
    kind: 'lost_phone',
    state: 'received',
    newNumber: 'ending 0199',
    reached: ['received'],
  })
  expect(JSON.stringify(page)).not.toContain(person.email)
  expect(JSON.stringify(page)).not.toContain(person.mobileNumber)
  expect(await openCase(pending, code, address)).toEqual(refused('no-draft'))
})

test('five wrong codes use it up, and then the right one is refused too', async () => {
  const { pending } = await context()
  const code = await asked(pending)
  for (let tries = 0; tries < 5; tries++)
    expect(await openCase(pending, other(code), address)).toEqual(refused('wrong-code'))
  expect(await openCase(pending, code, address)).toEqual(refused('no-tries-left'))
})

test('guesses at once see no more answers than the budget', async () => {
  const { person, pending } = await context()
  const code = await asked(pending)
  const pendings = await Promise.all(Array.from({ length: 30 }, () => makePending(person)))
  const answers = await Promise.all(pendings.map((one) => openCase(one, other(code), address)))
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'wrong-code')).toHaveLength(5)
})

test('a day later the code no longer works', async () => {
  const { person, pending } = await context()
  const code = await asked(pending)
  await db.$executeRaw`update case_draft set expires_at = now() - interval '1 second' where employee_id = ${person.id}::uuid`
  expect(await openCase(pending, code, address)).toEqual(refused('no-draft'))
})

test('a code of somebody else is only a wrong one', async () => {
  const [mine, theirs] = [await context(), await context()]
  await asked(mine.pending)
  const foreign = await asked(theirs.pending)
  expect(await openCase(mine.pending, foreign, address)).toEqual(refused('wrong-code'))
  expect(await openCase(theirs.pending, foreign, address)).toMatchObject({ ok: true })
})

test('the right code at once from twenty browsers opens one case', async () => {
  const { person, pending } = await context()
  const code = await asked(pending)
  const pendings = await Promise.all(Array.from({ length: 20 }, () => makePending(person)))
  const answers = await Promise.all(pendings.map((one) => openCase(one, code, address)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.resetCase.count({ where: { employeeId: person.id } })).toBe(1)
})

test('before the mail has left there is no code that fits', async () => {
  const { person, pending } = await context()
  const code = await asked(pending)
  await db.caseDraft.update({ where: { employeeId: person.id }, data: { codeHash: null } })
  expect(await openCase(pending, code, address)).toEqual(refused('wrong-code'))
})

test('stolen: the right code ends every session and pending sign-in, a wrong one none', async () => {
  const { person, pending } = await context()
  await makeSession(person)
  const code = await asked(pending, { reason: 'stolen' })
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(1)
  expect(await openCase(pending, code, address)).toMatchObject({ ok: true })
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
  expect(await db.pendingSignIn.count({ where: { employeeId: person.id } })).toBe(0)
})

test('lost: sessions stay', async () => {
  const { person, pending } = await context()
  await makeSession(person)
  await opened(pending)
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(1)
})

for (const [role, hours] of [
  ['tech', 48],
  ['admin', 24],
] as const) {
  test(`a ${role} is promised an answer within ${hours} hours, and 72 in all`, async () => {
    const { pending } = await context({ role })
    const { openedAt, dueAt, breachAt } = await opened(pending)
    expect(Number(dueAt) - Number(openedAt)).toBe(hours * hour)
    expect(Number(breachAt) - Number(openedAt)).toBe(72 * hour)
  })
}

test('a supporter is promised one within 24 hours', async () => {
  const person = await makeEmployee(await makeFirm({ isOperator: true }))
  const { openedAt, dueAt, risks } = await opened(await makePending(person))
  expect(Number(dueAt) - Number(openedAt)).toBe(24 * hour)
  expect(risks).toContain('privileged')
})

type Arrange = (person: Employee) => Promise<unknown>
const days = (count: number) => new Date(Date.now() + count * 24 * hour)
const risky: Record<Exclude<Risk, 'stolen' | 'new-browser' | 'same-network' | 'privileged'>, Arrange> = {
  'mail-reset': ({ id }) =>
    db.credential.update({ where: { employeeId: id }, data: { resetByMailAt: days(-6.9) } }),
  watched: ({ id }) => db.employee.update({ where: { id }, data: { watchedUntil: days(1) } }),
  'number-changed': ({ id }) => db.employee.update({ where: { id }, data: { numberChangedAt: days(-6.9) } }),
  repeated: (person) => makeCase(person, { state: 'declined', closedAt: days(-29) }),
}
const harmless: Record<keyof typeof risky, Arrange> = {
  'mail-reset': ({ id }) =>
    db.credential.update({ where: { employeeId: id }, data: { resetByMailAt: days(-7.1) } }),
  watched: ({ id }) => db.employee.update({ where: { id }, data: { watchedUntil: days(-0.1) } }),
  'number-changed': ({ id }) => db.employee.update({ where: { id }, data: { numberChangedAt: days(-7.1) } }),
  repeated: (person) => makeCase(person, { state: 'declined', closedAt: days(-31) }),
}

for (const risk of ['mail-reset', 'watched', 'number-changed', 'repeated'] as const) {
  test(`the fact "${risk}" is noted while it counts, and not afterwards`, async () => {
    const [now, once] = [await context(), await context()]
    await risky[risk](now.person)
    await harmless[risk](once.person)
    expect((await opened(now.pending)).risks).toContain(risk)
    expect((await opened(once.pending)).risks).not.toContain(risk)
  })
}

test('a stolen phone, an unknown browser and a leading role are facts too', async () => {
  const { pending } = await context({ role: 'admin' })
  expect((await opened(pending, { reason: 'stolen' })).risks).toEqual(
    expect.arrayContaining(['privileged', 'stolen', 'new-browser']),
  )
})

test('a browser that has completed a sign-in of this person is a known one', async () => {
  const { person, pending } = await context()
  const { browserId } = await db.pendingSignIn.findUniqueOrThrow({ where: { id: pending.pendingId } })
  await db.knownBrowser.create({ data: { employeeId: person.id, browserId } })
  expect((await opened(pending)).risks).not.toContain('new-browser')
})

test('other people’s cases from the same network are noted, the person’s are not', async () => {
  const [first, second] = [await context(), await context()]
  const from = '192.0.2.77'
  const open = async ({ pending }: typeof first) => {
    const answer = await openCase(pending, await asked(pending), from)
    if (!answer.ok) throw new Error(answer.reason)
    return db.resetCase.findFirstOrThrow({ where: { employeeId: pending.employeeId } })
  }
  expect((await open(first)).risks).not.toContain('same-network')
  expect((await open(second)).risks).toContain('same-network')
})

test('a deactivation meanwhile leaves nothing to open', async () => {
  const { person, pending } = await context()
  const code = await asked(pending)
  await db.employee.update({ where: { id: person.id }, data: { active: false } })
  expect(await openCase(pending, code, address)).toEqual(refused('ended'))
})

test('where the mailed link is blocked, a second request is decided again', async () => {
  const { person, pending } = await context()
  const first = await makeCase(person, { state: 'ready' })
  await db.employee.update({ where: { id: person.id }, data: { factorResetAt: new Date() } })
  expect(await askCase(pending, form, address)).toEqual(refused('being-enrolled'))

  await db.$executeRaw`update credential set reset_by_mail_at = now() where employee_id = ${person.id}::uuid`
  const { number } = await opened(pending)
  const second = await db.resetCase.findUniqueOrThrow({ where: { number } })
  expect(second).toMatchObject({ state: 'received', risks: expect.arrayContaining(['mail-reset']) })
  expect(await db.resetCase.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
    state: 'withdrawn',
  })
})

test('a fresh proof of a session opens no case: the password may not have been asked', async () => {
  const { person } = await context()
  const confirming = await makePending(person, { purpose: 'step_up' })
  expect(await openCase(confirming, '12345678', address)).toEqual(refused('ended'))
  expect(await askCase(confirming, form, address)).toEqual(refused('ended'))
})
