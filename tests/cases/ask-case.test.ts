import { expect, test } from 'vitest'
import { askCase, askCaseAgain } from '@/lib/cases/person/ask-case'
import { getOwnRequest } from '@/lib/cases/person/get-own-request'
import { openCase } from '@/lib/cases/person/open-case'
import { resendPageLink } from '@/lib/cases/person/resend-page-link'
import { askForm, codeForm } from '@/lib/cases/schema'
import { db } from '@/lib/db'
import { waitingJobs } from '../employees/waiting-jobs'
import { notificationsFor } from '../notifications/notifications'
import { makePending } from '../pending'
import { address, asked, context, form, mailedCode, opened, other, passPauses } from './asking'
import { makeCase } from './cases'

const refused = (reason: string) => ({ ok: false, reason })

test('the draft waits for the code, and only the person is notified', async () => {
  const { firm, person, pending } = await context()
  const words = 'Left on the train\nto Austin'
  expect(await askCase(pending, { ...form, newNumber: '12025550199', words }, address)).toMatchObject({
    ok: true,
  })

  const draft = await db.caseDraft.findUniqueOrThrow({ where: { employeeId: person.id } })
  expect(draft).toMatchObject({
    reason: 'lost',
    requestedNumber: '+12025550199',
    words,
    triesLeft: 5,
    codeHash: null,
  })
  expect(await db.resetCase.count({ where: { employeeId: person.id } })).toBe(0)
  expect(await waitingJobs('case-code-mail', person.id)).toHaveLength(1)
  expect(await notificationsFor(firm.admin.id)).toEqual([])
})

test('a newer form replaces an older one, whose code no longer works', async () => {
  const { person, pending } = await context()
  const first = await asked(pending)
  await asked(pending, { reason: 'broken' })
  expect(await db.caseDraft.findUnique({ where: { employeeId: person.id } })).toMatchObject({
    reason: 'broken',
  })
  expect(await openCase(pending, first, address)).toEqual(refused('wrong-code'))
})

test('a new code keeps the words, and gives back the tries', async () => {
  const { person, pending } = await context()
  const first = await asked(pending, { newNumber: '12025550199', bestTime: 'After nine' })
  await openCase(pending, other(first), address)
  await passPauses()
  expect(await askCaseAgain(pending, address)).toMatchObject({ ok: true })

  const draft = await db.caseDraft.findUniqueOrThrow({ where: { employeeId: person.id } })
  expect(draft).toMatchObject({ requestedNumber: '+12025550199', bestTime: 'After nine', triesLeft: 5 })
  expect(await openCase(pending, first, address)).toEqual(refused('wrong-code'))
  expect(await openCase(pending, await mailedCode(person.id), address)).toMatchObject({ ok: true })
})

test('without a form there is no code to send again', async () => {
  const { pending } = await context()
  expect(await askCaseAgain(pending, address)).toEqual(refused('no-draft'))
})

test('a new number has to be given, and be another one', async () => {
  const { person, pending } = await context()
  const ask = (newNumber: string) => askCase(pending, { ...form, reason: 'new_number', newNumber }, address)
  expect(await ask('')).toEqual(refused('number-needed'))
  expect(await ask(person.mobileNumber?.slice(1) ?? '')).toEqual(refused('number-unchanged'))
  expect(await ask('+1 (202) 555-0199')).toMatchObject({
    reason: 'number-unreadable',
    why: { reason: 'not-digits-only', suggestion: '12025550199' },
  })
  expect(await ask('815012345678')).toMatchObject({ reason: 'number-doubtful', doubt: 'internet' })
  expect(await db.caseDraft.count({ where: { employeeId: person.id } })).toBe(0)
})

function minutesUntil(answer: { ok: boolean; opensAt?: Date }): number {
  return ((answer.opensAt?.getTime() ?? 0) - Date.now()) / 60_000
}

test('one code in ten minutes and three a day, however many browsers ask', async () => {
  const { person } = await context()
  const ask = async () => askCase(await makePending(person), form, address)
  for (let times = 0; times < 3; times++) {
    await passPauses()
    expect(await ask()).toMatchObject({ ok: true })
  }
  const soon = await ask()
  expect(soon).toMatchObject({ reason: 'too-soon' })
  expect(minutesUntil(soon)).toBeLessThanOrEqual(10)
  await passPauses()
  const tomorrow = await ask()
  expect(tomorrow).toMatchObject({ reason: 'too-many' })
  expect(minutesUntil(tomorrow)).toBeGreaterThan(23 * 60)
})

test('a hundred requests at once for one person leave one draft and one mail', async () => {
  const { person, pending } = await context()
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => askCase(pending, form, '198.51.100.10')),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.caseDraft.count({ where: { employeeId: person.id } })).toBe(1)
  expect(await waitingJobs('case-code-mail', person.id)).toHaveLength(1)
})

test('a person with an open case, after a reset or deactivated meanwhile cannot ask', async () => {
  const open = await context()
  await makeCase(open.person)
  expect(await askCase(open.pending, form, '198.51.100.11')).toEqual(refused('already-open'))

  const reset = await context({ factorResetAt: new Date() })
  expect(await askCase(reset.pending, form, '198.51.100.11')).toEqual(refused('being-enrolled'))

  const gone = await context()
  await db.employee.update({ where: { id: gone.person.id }, data: { active: false } })
  expect(await askCase(gone.pending, form, '198.51.100.11')).toEqual(refused('ended'))
})

test('the form refuses what is too long or was never offered', () => {
  const wrong = (more: object) => askForm.safeParse({ ...form, ...more }).success
  expect(wrong({})).toBe(true)
  expect(wrong({ words: 'x'.repeat(1001) })).toBe(false)
  expect(wrong({ words: 'x'.repeat(1_000_000) })).toBe(false)
  expect(wrong({ words: '<script>alert(1)</script>\r\n=1+1' })).toBe(true)
  expect(wrong({ reason: 'bored' })).toBe(false)
  expect(wrong({ role: 'admin' })).toBe(false)
})

test('an input that cannot be the code is refused without using a try', () => {
  const fits = (code: string) => codeForm.safeParse({ code }).success
  expect(['1234 5678', 'Your code is ١٢٣٤٥٦٧٨.'].map(fits)).toEqual([true, true])
  expect(['', '1234567', '123456789', 'abcdefgh', '1'.repeat(61)].some(fits)).toBe(false)
})

test('the link to the page of an open case is mailed again, once a minute', async () => {
  const { person, pending } = await context()
  expect(await resendPageLink(pending)).toEqual(refused('none-open'))
  const open = await opened(pending)
  expect(await resendPageLink(pending)).toMatchObject({ ok: true })
  expect(await resendPageLink(pending)).toMatchObject(refused('too-soon'))
  const links = (await notificationsFor(person.id)).filter(({ kind }) => kind === 'case-page-link')
  expect(links).toEqual([
    { kind: 'case-page-link', employeeId: person.id, caseId: open.id, number: open.number },
  ])
})

test('a person who returns sees the draft, then the case', async () => {
  const { person, pending } = await context()
  expect(await getOwnRequest(pending)).toEqual({
    draft: null,
    open: null,
    hasPendingNumber: false,
    isMailReset: false,
    isLinkBlocked: false,
    mayAsk: true,
  })
  await asked(pending)
  expect(await getOwnRequest(pending)).toMatchObject({ draft: { triesLeft: 5 }, open: null })
  await db.caseDraft.deleteMany({ where: { employeeId: person.id } })
  const { number } = await opened(pending)
  expect(await getOwnRequest(pending)).toMatchObject({ draft: null, open: { number, state: 'received' } })
})
