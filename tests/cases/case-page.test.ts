import { expect, test } from 'vitest'
import { answerQuestion } from '@/lib/cases/person/answer-question'
import { getCasePage } from '@/lib/cases/person/get-case-page'
import { withdrawCase } from '@/lib/cases/withdraw-case'
import { db } from '@/lib/db'
import { pageSecret } from '@/lib/mail-links/case-links'
import { resendEnrollmentLinkFromPage } from '@/lib/phone-enrollment/resend-enrollment-link'
import type { CaseState } from '@/prisma/client/client'
import { waitingJobs } from '../employees/waiting-jobs'
import { makeEmployee, makeFirm } from '../factories'
import { makeCase } from './cases'

const seen = { place: 'Austin', browser: 'Chrome on Windows' }
const refused = (reason: string) => ({ ok: false, reason })
const hours = (count: number) => new Date(Date.now() + count * 3_600_000)

async function paged(wishes: Parameters<typeof makeCase>[1] = {}) {
  const person = await makeEmployee(await makeFirm({ name: 'Harbor IT' }), { name: 'Tess Lindqvist' })
  const about = await makeCase(person, wishes)
  return { person, about, link: pageSecret(about.id) }
}

const reload = (id: string) => db.resetCase.findUniqueOrThrow({ where: { id } })

async function ask(caseId: string, note: string) {
  await db.caseEvent.create({
    data: { caseId, act: 'asked', toState: 'asked', actorName: 'A supporter', note },
  })
}

test('the page counts down to the promised answer, and names nobody', async () => {
  const { person, link } = await paged({ bestTime: 'After nine', words: 'Left on the train' })
  const page = await getCasePage(link)
  expect(page?.answerDue?.secondsLeft).toBeGreaterThan(48 * 3600 - 60)
  expect(page).toMatchObject({
    wait: null,
    isPaused: false,
    bestTime: 'After nine',
    words: 'Left on the train',
  })
  for (const secret of [person.name, 'Harbor IT', person.email, person.mobileNumber])
    expect(JSON.stringify(page)).not.toContain(secret)
})

test('an overdue case is shown as late, and whether a supervisor was notified', async () => {
  const { link, about } = await paged({ dueAt: hours(-1) })
  expect((await getCasePage(link))?.answerDue).toMatchObject({ isNotified: false })
  await db.resetCase.update({ where: { id: about.id }, data: { alarmedAt: new Date() } })
  const due = (await getCasePage(link))?.answerDue
  expect(due).toMatchObject({ isNotified: true })
  expect(due?.secondsLeft).toBeLessThan(-3500)
})

test('while support waits for an answer the clock is paused and the question shown', async () => {
  const { link, about } = await paged({ state: 'asked', pausedAt: hours(-5), dueAt: hours(5) })
  await ask(about.id, 'Which phone was it?')
  const page = await getCasePage(link)
  expect(page).toMatchObject({ isPaused: true, question: 'Which phone was it?' })
  expect(page?.answerDue?.secondsLeft).toBeGreaterThan(10 * 3600 - 60)
})

test('the answer returns the case to the queue, and extends both deadlines', async () => {
  const { link, about } = await paged({ state: 'asked', pausedAt: hours(-5), dueAt: hours(5) })
  expect(await answerQuestion({ link, answer: 'A grey one' }, seen)).toMatchObject({ ok: true })
  const after = await reload(about.id)
  expect(after).toMatchObject({ state: 'received', pausedAt: null })
  expect(Math.abs(Number(after.dueAt) - Number(hours(10)))).toBeLessThan(60_000)
  expect(Math.abs(Number(after.breachAt) - Number(about.breachAt) - 5 * 3_600_000)).toBeLessThan(60_000)
  expect(await db.caseEvent.findFirst({ where: { caseId: about.id, act: 'answered' } })).toMatchObject({
    note: 'A grey one',
  })
})

test('nobody waits for an answer that was not asked for, or twice', async () => {
  const { link } = await paged()
  expect(await answerQuestion({ link, answer: 'Hello' }, seen)).toEqual(refused('not-asked'))
  const asked = await paged({ state: 'asked' })
  const twice = await Promise.all([1, 2].map(() => answerQuestion({ link: asked.link, answer: 'Yes' }, seen)))
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
})

for (const state of ['received', 'checking', 'asked', 'seconding', 'waiting'] as const) {
  test(`a case that is ${state} can be withdrawn from its page`, async () => {
    const { link, about } = await paged({ state })
    expect(await withdrawCase(link, seen)).toMatchObject({ ok: true })
    expect((await reload(about.id)).state).toBe('withdrawn')
  })
}

for (const state of ['ready', 'done', 'stopped', 'withdrawn', 'declined', 'found'] satisfies CaseState[]) {
  test(`a case that is ${state} cannot`, async () => {
    const { link, about } = await paged({ state })
    expect(await withdrawCase(link, seen)).toEqual(refused('too-late'))
    expect((await reload(about.id)).state).toBe(state)
  })
}

test('cut and invented links open no page', async () => {
  const { link } = await paged()
  for (const wrong of ['', link.slice(2), `${link}a`, pageSecret('another'), '../../etc/passwd'])
    expect(await getCasePage(wrong)).toBeNull()
})

test('a declined case gives the reason in the words of the mail, without the note', async () => {
  const { link, about } = await paged({ state: 'declined' })
  const declined = { act: 'declined', toState: 'declined', actorName: 'A supporter' } as const
  await db.caseEvent.create({
    data: { caseId: about.id, ...declined, note: 'no-answer: sounded like a thief' },
  })
  const page = await getCasePage(link)
  expect(page?.declined).toContain('got no answer')
  expect(JSON.stringify(page)).not.toContain('thief')
})

test('the page mails a new enrollment link once a minute when the case is ready', async () => {
  const { person, link } = await paged({ state: 'ready' })
  expect(await resendEnrollmentLinkFromPage(link)).toEqual(refused('nothing-to-enroll'))
  await db.employee.update({ where: { id: person.id }, data: { factorResetAt: new Date() } })
  expect(await resendEnrollmentLinkFromPage(link)).toMatchObject({ ok: true })
  expect(await resendEnrollmentLinkFromPage(link)).toMatchObject(refused('too-soon'))
  expect(await resendEnrollmentLinkFromPage('made-up')).toEqual(refused('not-found'))
  expect(await waitingJobs('enrollment-mail', person.id)).toHaveLength(1)
})

test('a changed number has a page with its hold, and no promise of an answer', async () => {
  const { link } = await paged({ kind: 'number_change', requestedNumber: '+12025550199' })
  const page = await getCasePage(link)
  expect(page).toMatchObject({ kind: 'number_change', newNumber: 'ending 0199', answerDue: null })
  expect(page?.wait?.secondsLeft).toBeGreaterThan(24 * 3600 - 60)
})
