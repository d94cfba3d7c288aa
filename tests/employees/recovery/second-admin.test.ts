import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { answerHelp } from '@/lib/employees/recovery/answer-second-admin'
import { askHelp } from '@/lib/employees/recovery/ask-second-admin'
import { listHelpRequests } from '@/lib/employees/recovery/list-requests'
import { showPass } from '@/lib/employees/recovery/show-one-time-pass'
import { usePass } from '@/lib/phone-enrollment/use-one-time-pass'
import type { HelpKind } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeSession } from '../../factories'
import { noticesFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { waitingJobs } from '../waiting-jobs'
import { auditOf, firmToHelp, reason, reload, stale } from './firm-in-need'

/** Ada asks for help for Ben; Cy is the third admin. */
async function askedForBen(kind: HelpKind) {
  const people = await firmToHelp()
  const cy = actorFor(await makeEmployee(people.firm, { role: 'admin' }))
  const asked = await askHelp(people.ada, { employeeId: people.ben.id, kind, reason })
  expect(asked).toEqual({ ok: true, value: { name: people.ben.name } })
  const { id } = await db.helpRequest.findFirstOrThrow({ where: { employeeId: people.ben.id } })
  const confirm = { requestId: id, answer: 'confirm' } as const
  const refuse = { requestId: id, answer: 'refuse' } as const
  return { ...people, cy, confirm, refuse }
}

const helpFor = (ids: string[]) => Promise.all(ids.map((id) => noticesFor(id)))

test('help for an admin changes nothing by itself, and both who can confirm it are told', async () => {
  const { ada, ben, cy } = await askedForBen('reset')
  expect((await reload(ben)).factorResetAt).toBeNull()
  const [toAsker, toBen, toCy] = await helpFor([ada.employeeId, ben.id, cy.employeeId])
  expect(toAsker).toEqual([])
  const notice = { kind: 'help-asked', by: ada.name, reason, about: ben.name }
  expect(toBen).toMatchObject([notice])
  expect(toCy).toMatchObject([notice])
  expect(await auditOf(ben, 'help.asked')).toMatchObject([{ details: { help: 'reset', reason } }])
})

test('the reset happens when another admin confirms it, and says who both were', async () => {
  const { ada, ben, cy, confirm } = await askedForBen('reset')
  expect(await answerHelp(cy, confirm)).toEqual({ ok: true, value: { kind: 'reset', name: ben.name } })

  expect((await reload(ben)).factorResetAt).not.toBeNull()
  expect(await waitingJobs('set-up-mail', ben.id)).toHaveLength(1)
  const by = `${ada.name}, confirmed by ${cy.name}`
  expect((await noticesFor(ben.id)).slice(1)).toMatchObject([{ kind: 'second-step-reset', by }])
  expect(await auditOf(ben, 'help.confirmed')).toHaveLength(1)
  expect(await auditOf(ben, 'employee.second-step-reset')).toMatchObject([{ details: { askedBy: ada.name } }])
})

test('the admin whom it is about can confirm, and stays signed in in that browser', async () => {
  const { ben, confirm } = await askedForBen('sign_out')
  const here = await makeSession(ben)
  await makeSession(ben)
  expect(await answerHelp(actorFor(ben, { sessionId: here }), confirm)).toMatchObject({ ok: true })
  const left = await db.session.findMany({ where: { employeeId: ben.id }, select: { id: true } })
  expect(left).toEqual([{ id: here }])
})

test('who has asked can never confirm, only take it back', async () => {
  const { ada, ben, confirm, refuse } = await askedForBen('reset')
  expect(await answerHelp(ada, confirm)).toEqual({ ok: false, reason: 'own-request' })
  expect(await answerHelp(ada, refuse)).toMatchObject({ ok: true })
  expect((await reload(ben)).factorResetAt).toBeNull()
})

test('to confirm takes a fresh proof, to refuse takes none', async () => {
  const { ben, cy, confirm, refuse } = await askedForBen('reset')
  expect(await answerHelp(stale(cy), confirm)).toEqual({ ok: false, reason: 'proof-needed' })
  expect(await answerHelp(stale(cy), refuse)).toMatchObject({ ok: true })
  expect(await answerHelp(cy, confirm)).toEqual({ ok: false, reason: 'closed' })
  expect((await reload(ben)).factorResetAt).toBeNull()
  expect(await auditOf(ben, 'help.refused')).toHaveLength(1)
})

test('a day later nobody can answer any more', async () => {
  const { cy, confirm, refuse } = await askedForBen('reset')
  await db.helpRequest.update({ where: { id: confirm.requestId }, data: { expiresAt: new Date() } })
  expect(await answerHelp(cy, confirm)).toEqual({ ok: false, reason: 'closed' })
  expect(await answerHelp(cy, refuse)).toEqual({ ok: false, reason: 'closed' })
})

test.each([{ role: 'tech' }, { active: false }] as const)(
  'what an admin has asked for ends with being one: %o',
  async (change) => {
    const { firm, cy, ben, confirm } = await askedForBen('reset')
    await db.employee.update({ where: { id: firm.admin.id }, data: change })
    expect(await answerHelp(cy, confirm)).toEqual({ ok: false, reason: 'asker-gone' })
    expect((await reload(ben)).factorResetAt).toBeNull()
  },
)

test('somebody who was disabled meanwhile is not helped', async () => {
  const { ben, cy, confirm } = await askedForBen('reset')
  await db.employee.update({ where: { id: ben.id }, data: { active: false } })
  expect(await answerHelp(cy, confirm)).toEqual({ ok: false, reason: 'not-active' })
})

test('confirmed by two at once it happens once', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { ben, cy, confirm } = await askedForBen('reset')
    const answers = await Promise.all([answerHelp(cy, confirm), answerHelp(actorFor(ben), confirm)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await auditOf(ben, 'employee.second-step-reset')).toHaveLength(1)
    expect(await waitingJobs('set-up-mail', ben.id)).toHaveLength(1)
  }
})

test('of confirming and refusing at once one wins, and what happened agrees', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { ben, cy, confirm, refuse } = await askedForBen('reset')
    const both = [() => answerHelp(cy, confirm), () => answerHelp(actorFor(ben), refuse)]
    if (round % 2) both.reverse()
    const answers = await Promise.all(both.map((answer) => answer()))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const isReset = (await reload(ben)).factorResetAt !== null
    expect(await auditOf(ben, 'help.confirmed')).toHaveLength(isReset ? 1 : 0)
    expect(await auditOf(ben, 'help.refused')).toHaveLength(isReset ? 0 : 1)
  }
})

test('the same is asked for once at a time, however many ask at once', async () => {
  const { ada, ben, firm } = await firmToHelp()
  const cy = actorFor(await makeEmployee(firm, { role: 'admin' }))
  const wish = { employeeId: ben.id, kind: 'pass', reason } as const
  const answers = await Promise.all([askHelp(ada, wish), askHelp(cy, wish), askHelp(ada, wish)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.helpRequest.count({ where: { employeeId: ben.id } })).toBe(1)
  expect(await askHelp(ada, { ...wish, kind: 'reset' })).toMatchObject({ ok: true })
})

test('help is asked for an admin only, and never for oneself or without a fresh proof', async () => {
  const { ada, ben, tech } = await firmToHelp()
  const wish = { kind: 'reset', reason } as const
  const answers = [
    await askHelp(ada, { ...wish, employeeId: tech.id }),
    await askHelp(ada, { ...wish, employeeId: ada.employeeId }),
    await askHelp(stale(ada), { ...wish, employeeId: ben.id }),
  ]
  expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([
    'no-admin',
    'own-account',
    'proof-needed',
  ])
})

test('of two admins the signed-in one can confirm; nobody is asked where nobody could', async () => {
  const { ada, ben } = await firmToHelp()
  const wish = { employeeId: ben.id, kind: 'reset', reason } as const
  expect(await askHelp(ada, wish)).toEqual({ ok: false, reason: 'nobody-to-confirm' })
  await makeSession(ben)
  expect(await askHelp(ada, wish)).toMatchObject({ ok: true })
})

test('another firm’s admin can neither ask, nor answer, nor see it', async () => {
  const { foreign, ben, confirm, refuse } = await askedForBen('pass')
  const missing = { ok: false, reason: 'not-found' }
  expect(await askHelp(foreign, { employeeId: ben.id, kind: 'reset', reason })).toEqual(missing)
  expect(await answerHelp(foreign, confirm)).toEqual(missing)
  expect(await answerHelp(foreign, refuse)).toEqual(missing)
  expect(await showPass(foreign, confirm.requestId)).toEqual(missing)
  expect(await listHelpRequests(foreign)).toEqual([])
})

test('a confirmed pass is shown once, to the one who asked, and opens the set-up', async () => {
  const { ada, ben, cy, confirm } = await askedForBen('pass')
  expect(await showPass(ada, confirm.requestId)).toEqual({ ok: false, reason: 'closed' })
  await answerHelp(cy, confirm)
  expect(await db.mailLink.count({ where: { employeeId: ben.id } })).toBe(0)
  expect(await showPass(cy, confirm.requestId)).toEqual({ ok: false, reason: 'not-found' })
  expect(await showPass(stale(ada), confirm.requestId)).toEqual({ ok: false, reason: 'proof-needed' })

  const shown = await Promise.all([showPass(ada, confirm.requestId), showPass(ada, confirm.requestId)])
  const [pass, ...more] = shown.flatMap((answer) => (answer.ok ? [answer.value.pass] : []))
  expect(more).toEqual([])
  expect(await usePass(await makePending(ben), pass ?? '')).toMatchObject({ ok: true })
  const by = `${ada.name}, confirmed by ${cy.name}`
  expect((await noticesFor(ben.id)).slice(1)).toMatchObject([{ kind: 'pass-made', by }])
  expect(await auditOf(ben, 'employee.one-time-pass-made')).toHaveLength(1)
})

test('the list says how each request stands', async () => {
  const { ada, confirm, cy } = await askedForBen('pass')
  const state = async () => (await listHelpRequests(cy)).map((row) => row.state)
  expect(await state()).toEqual(['open'])
  await answerHelp(cy, confirm)
  expect(await state()).toEqual(['confirmed'])
  await showPass(ada, confirm.requestId)
  expect(await state()).toEqual(['done'])
})
