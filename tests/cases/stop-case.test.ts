import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { findCaseByPage } from '@/lib/cases/find-case'
import { getCasePage } from '@/lib/cases/person/get-case-page'
import { openStates } from '@/lib/cases/rules'
import { stopCase } from '@/lib/cases/stop-case'
import { withdrawCase } from '@/lib/cases/withdraw-case'
import { db } from '@/lib/db'
import { pageSecret, stopSecret } from '@/lib/mail-links/case-links'
import { makeLink } from '@/lib/mail-links/make-link'
import { findEnrollmentLink } from '@/lib/phone-enrollment/find-enrollment'
import { storedId } from '@/lib/secrets/secret-id'
import type { CaseState, ResetCase } from '@/prisma/client/client'
import { waitingJobs } from '../employees/waiting-jobs'
import { makeEmployee, makeFirm } from '../factories'
import { secretOf } from '../passwords/people'
import { makeCase } from './cases'

const seen = { place: 'Austin', browser: 'Chrome on Windows' }
const refused = (reason: string) => ({ ok: false, reason })

async function notifiedOf(state: CaseState, kind: 'lost_phone' | 'number_change' = 'lost_phone') {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const factorResetAt = state === 'ready' ? new Date() : null
  const person = await makeEmployee(firm, { factorResetAt })
  const about = await makeCase(person, { state, kind })
  return { firm, person, about, link: await stopLink(about) }
}

/** The link in the mail about the opening to this person. */
async function stopLink(
  about: ResetCase,
  { id: employeeId } = { id: about.employeeId },
  channel: 'mail' | 'text' = 'mail',
): Promise<string> {
  const { id: eventId } = await db.caseEvent.findFirstOrThrow({ where: { caseId: about.id, act: 'opened' } })
  const id = randomUUID()
  const stopHash = storedId(stopSecret(id))
  await db.caseMessage.create({
    data: { id, caseId: about.id, eventId, employeeId, channel, stopHash },
  })
  return stopSecret(id)
}

const reload = ({ id }: ResetCase) => db.resetCase.findUniqueOrThrow({ where: { id } })

for (const state of openStates) {
  test(`a case that is ${state} is canceled for good, and everybody is notified`, async () => {
    const { firm, person, about, link } = await notifiedOf(state)
    expect(await stopCase(link, seen)).toMatchObject({ ok: true })
    expect(await reload(about)).toMatchObject({ state: 'stopped', closedAt: expect.any(Date) })
    const event = await db.caseEvent.findFirstOrThrow({ where: { caseId: about.id, act: 'stopped' } })
    const notified = await db.caseMessage.findMany({ where: { eventId: event.id } })
    expect(notified.map(({ employeeId, channel }) => `${employeeId} ${channel}`).sort()).toEqual(
      [`${person.id} mail`, `${person.id} text`, `${firm.admin.id} mail`].sort(),
    )
  })
}

test('a canceled account is marked for a week', async () => {
  const { person, link } = await notifiedOf('checking')
  await stopCase(link, seen)
  const { watchedUntil } = await db.employee.findUniqueOrThrow({ where: { id: person.id } })
  expect(Number(watchedUntil) - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
})

test('canceled after the old phone was removed: its number returns', async () => {
  const { person, link } = await notifiedOf('ready')
  const enrollment = secretOf((await makeLink(db, person.id, 'phone_enrollment')).url)
  expect(await findEnrollmentLink(enrollment)).not.toBeNull()
  await stopCase(link, seen)
  expect(await findEnrollmentLink(enrollment)).toBeNull()
  const after = await db.employee.findUniqueOrThrow({ where: { id: person.id } })
  expect(after).toMatchObject({
    factorResetAt: null,
    vendorState: 'waiting',
    mobileNumber: person.mobileNumber,
  })
  expect(await waitingJobs('register-at-vendor', person.id)).toHaveLength(1)
})

test('a thief with the stolen phone cannot bring it back once it is off the account', async () => {
  const { person, about } = await notifiedOf('ready')
  await db.resetCase.update({ where: { id: about.id }, data: { reason: 'stolen' } })
  const onPhone = await stopLink(about, undefined, 'text')
  expect(await stopCase(onPhone, seen)).toEqual(refused('closed'))
  expect((await db.employee.findUniqueOrThrow({ where: { id: person.id } })).factorResetAt).not.toBeNull()
})

test('a pending number change is canceled by its link, which then no longer works', async () => {
  const { person, about, link } = await notifiedOf('waiting', 'number_change')
  const enrollment = secretOf((await makeLink(db, person.id, 'phone_enrollment')).url)
  expect(await stopCase(link, seen)).toMatchObject({ ok: true })
  expect((await reload(about)).state).toBe('stopped')
  expect(await findEnrollmentLink(enrollment)).toBeNull()
})

for (const state of ['done', 'stopped', 'withdrawn', 'declined', 'found'] as const) {
  test(`a case that is ${state} stays so`, async () => {
    const { about, link } = await notifiedOf(state)
    expect(await stopCase(link, seen)).toEqual(refused('closed'))
    expect((await reload(about)).state).toBe(state)
  })
}

test('used again, the link finds the case closed', async () => {
  const { link } = await notifiedOf('received')
  await stopCase(link, seen)
  expect(await stopCase(link, seen)).toEqual(refused('closed'))
})

test('cut, invented and foreign links cancel nothing, and a stop link opens no page', async () => {
  const { about, link } = await notifiedOf('received')
  for (const wrong of ['', link.slice(1), `${link}x`, stopSecret(randomUUID()), pageSecret(about.id)])
    expect(await stopCase(wrong, seen)).toEqual(refused('not-found'))
  expect(await findCaseByPage(link)).toBeNull()
  expect(await getCasePage(link)).toBeNull()
  expect(await withdrawCase(link, seen)).toEqual(refused('not-found'))
  expect(await findEnrollmentLink(link)).toBeNull()
  expect((await reload(about)).state).toBe('received')
})

test('two people who use the link at once cancel it once', async () => {
  const { firm, about, link } = await notifiedOf('waiting')
  const second = await stopLink(about, firm.admin)
  const answers = await Promise.all([stopCase(link, seen), stopCase(second, seen), stopCase(link, seen)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.caseEvent.count({ where: { caseId: about.id, act: 'stopped' } })).toBe(1)
})
