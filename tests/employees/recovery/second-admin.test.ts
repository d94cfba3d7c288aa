import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { answerSecondAdmin } from '@/lib/employees/recovery/answer-second-admin'
import { askSecondAdmin } from '@/lib/employees/recovery/ask-second-admin'
import { listRecoveryRequests } from '@/lib/employees/recovery/list-requests'
import { showOneTimePass } from '@/lib/employees/recovery/show-one-time-pass'
import { useOneTimePass } from '@/lib/phone-enrollment/use-one-time-pass'
import type { RecoveryKind } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeSession } from '../../factories'
import { notificationsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { rounds } from '../../races/rounds'
import { waitingJobs } from '../waiting-jobs'
import { auditOf, firmInNeed, reason, reload, stale } from './firm-in-need'

/** Ada asks for help for Ben; Cy is the third admin. */
async function askedForBen(kind: RecoveryKind) {
  const people = await firmInNeed()
  const cy = actorFor(await makeEmployee(people.firm, { role: 'admin' }))
  const asked = await askSecondAdmin(people.ada, { employeeId: people.ben.id, kind, reason })
  expect(asked).toEqual({ ok: true, value: { name: people.ben.name } })
  const { id } = await db.recoveryRequest.findFirstOrThrow({ where: { employeeId: people.ben.id } })
  const confirm = { requestId: id, answer: 'confirm' } as const
  const refuse = { requestId: id, answer: 'refuse' } as const
  return { ...people, cy, confirm, refuse }
}

const helpFor = (ids: string[]) => Promise.all(ids.map((id) => notificationsFor(id)))

test('recovery of an admin starts with a notification of those who can confirm it', async () => {
  const { ada, ben, cy } = await askedForBen('reset')
  expect((await reload(ben)).factorResetAt).toBeNull()
  const [toAsker, toBen, toCy] = await helpFor([ada.employeeId, ben.id, cy.employeeId])
  expect(toAsker).toEqual([])
  const notification = { kind: 'recovery-asked', by: ada.name, reason, about: ben.name }
  expect(toBen).toMatchObject([notification])
  expect(toCy).toMatchObject([notification])
  expect(await auditOf(ben, 'recovery.asked')).toMatchObject([{ details: { help: 'reset', reason } }])
})

test('the reset happens when another admin confirms it, and both are named', async () => {
  const { ada, ben, cy, confirm } = await askedForBen('reset')
  expect(await answerSecondAdmin(cy, confirm)).toEqual({ ok: true, value: { kind: 'reset', name: ben.name } })

  expect((await reload(ben)).factorResetAt).not.toBeNull()
  expect(await waitingJobs('enrollment-mail', ben.id)).toHaveLength(1)
  const by = `${ada.name}, confirmed by ${cy.name}`
  expect((await notificationsFor(ben.id)).slice(1)).toMatchObject([{ kind: 'methods-reset', by }])
  expect(await auditOf(ben, 'recovery.confirmed')).toHaveLength(1)
  expect(await auditOf(ben, 'employee.methods-reset')).toMatchObject([{ details: { askedBy: ada.name } }])
})

test('the admin whom it is about can confirm, and stays signed in in that browser', async () => {
  const { ben, confirm } = await askedForBen('sign_out')
  const here = await makeSession(ben)
  await makeSession(ben)
  expect(await answerSecondAdmin(actorFor(ben, { sessionId: here }), confirm)).toMatchObject({ ok: true })
  const left = await db.session.findMany({ where: { employeeId: ben.id }, select: { id: true } })
  expect(left).toEqual([{ id: here }])
})

test('the admin who asked can never confirm, only withdraw', async () => {
  const { ada, ben, confirm, refuse } = await askedForBen('reset')
  expect(await answerSecondAdmin(ada, confirm)).toEqual({ ok: false, reason: 'own-request' })
  expect(await answerSecondAdmin(ada, refuse)).toMatchObject({ ok: true })
  expect((await reload(ben)).factorResetAt).toBeNull()
})

test('to confirm takes a fresh proof, to refuse takes none', async () => {
  const { ben, cy, confirm, refuse } = await askedForBen('reset')
  expect(await answerSecondAdmin(stale(cy), confirm)).toEqual({ ok: false, reason: 'proof-needed' })
  expect(await answerSecondAdmin(stale(cy), refuse)).toMatchObject({ ok: true })
  expect(await answerSecondAdmin(cy, confirm)).toEqual({ ok: false, reason: 'closed' })
  expect((await reload(ben)).factorResetAt).toBeNull()
  expect(await auditOf(ben, 'recovery.refused')).toHaveLength(1)
})

test('a day later nobody can answer any more', async () => {
  const { cy, confirm, refuse } = await askedForBen('reset')
  await db.recoveryRequest.update({ where: { id: confirm.requestId }, data: { expiresAt: new Date() } })
  expect(await answerSecondAdmin(cy, confirm)).toEqual({ ok: false, reason: 'closed' })
  expect(await answerSecondAdmin(cy, refuse)).toEqual({ ok: false, reason: 'closed' })
})

test.each([{ role: 'tech' }, { active: false }] as const)(
  'what an admin has asked for ends with being one: %o',
  async (change) => {
    const { firm, cy, ben, confirm } = await askedForBen('reset')
    await db.employee.update({ where: { id: firm.admin.id }, data: change })
    expect(await answerSecondAdmin(cy, confirm)).toEqual({ ok: false, reason: 'asker-gone' })
    expect((await reload(ben)).factorResetAt).toBeNull()
  },
)

test('recovery of a person who was disabled meanwhile is refused', async () => {
  const { ben, cy, confirm } = await askedForBen('reset')
  await db.employee.update({ where: { id: ben.id }, data: { active: false } })
  expect(await answerSecondAdmin(cy, confirm)).toEqual({ ok: false, reason: 'not-active' })
})

test('confirmed by two at once it happens once', async () => {
  for (let round = 0; round < rounds({ few: 1, full: 50 }); round += 1) {
    const { ben, cy, confirm } = await askedForBen('reset')
    const answers = await Promise.all([
      answerSecondAdmin(cy, confirm),
      answerSecondAdmin(actorFor(ben), confirm),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await auditOf(ben, 'employee.methods-reset')).toHaveLength(1)
    expect(await waitingJobs('enrollment-mail', ben.id)).toHaveLength(1)
  }
})

test('of confirming and refusing at once one wins, and what happened agrees', async () => {
  for (let round = 0; round < rounds({ few: 2, full: 50 }); round += 1) {
    const { ben, cy, confirm, refuse } = await askedForBen('reset')
    const both = [() => answerSecondAdmin(cy, confirm), () => answerSecondAdmin(actorFor(ben), refuse)]
    if (round % 2) both.reverse()
    const answers = await Promise.all(both.map((answer) => answer()))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const isReset = (await reload(ben)).factorResetAt !== null
    expect(await auditOf(ben, 'recovery.confirmed')).toHaveLength(isReset ? 1 : 0)
    expect(await auditOf(ben, 'recovery.refused')).toHaveLength(isReset ? 0 : 1)
  }
})

test('the same is asked for once at a time, however many ask at once', async () => {
  const { ada, ben, firm } = await firmInNeed()
  const cy = actorFor(await makeEmployee(firm, { role: 'admin' }))
  const wish = { employeeId: ben.id, kind: 'one_time_pass', reason } as const
  const answers = await Promise.all([
    askSecondAdmin(ada, wish),
    askSecondAdmin(cy, wish),
    askSecondAdmin(ada, wish),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.recoveryRequest.count({ where: { employeeId: ben.id } })).toBe(1)
  expect(await askSecondAdmin(ada, { ...wish, kind: 'reset' })).toMatchObject({ ok: true })
})

test('a second admin is asked for an admin only, never for yourself or without step-up', async () => {
  const { ada, ben, tech } = await firmInNeed()
  const wish = { kind: 'reset', reason } as const
  const answers = [
    await askSecondAdmin(ada, { ...wish, employeeId: tech.id }),
    await askSecondAdmin(ada, { ...wish, employeeId: ada.employeeId }),
    await askSecondAdmin(stale(ada), { ...wish, employeeId: ben.id }),
  ]
  expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([
    'no-admin',
    'own-account',
    'proof-needed',
  ])
})

test('of two admins the signed-in one can confirm, and with one admin nobody is asked', async () => {
  const { ada, ben } = await firmInNeed()
  const wish = { employeeId: ben.id, kind: 'reset', reason } as const
  expect(await askSecondAdmin(ada, wish)).toEqual({ ok: false, reason: 'nobody-to-confirm' })
  await makeSession(ben)
  expect(await askSecondAdmin(ada, wish)).toMatchObject({ ok: true })
})

test('another firm’s admin can neither ask, nor answer, nor see it', async () => {
  const { foreign, ben, confirm, refuse } = await askedForBen('one_time_pass')
  const missing = { ok: false, reason: 'not-found' }
  expect(await askSecondAdmin(foreign, { employeeId: ben.id, kind: 'reset', reason })).toEqual(missing)
  expect(await answerSecondAdmin(foreign, confirm)).toEqual(missing)
  expect(await answerSecondAdmin(foreign, refuse)).toEqual(missing)
  expect(await showOneTimePass(foreign, confirm.requestId)).toEqual(missing)
  expect(await listRecoveryRequests(foreign)).toEqual([])
})

test('a confirmed one-time pass is shown once, to the admin who asked', async () => {
  const { ada, ben, cy, confirm } = await askedForBen('one_time_pass')
  expect(await showOneTimePass(ada, confirm.requestId)).toEqual({ ok: false, reason: 'closed' })
  await answerSecondAdmin(cy, confirm)
  expect(await db.mailLink.count({ where: { employeeId: ben.id } })).toBe(0)
  expect(await showOneTimePass(cy, confirm.requestId)).toEqual({ ok: false, reason: 'not-found' })
  expect(await showOneTimePass(stale(ada), confirm.requestId)).toEqual({ ok: false, reason: 'proof-needed' })

  const shown = await Promise.all([
    showOneTimePass(ada, confirm.requestId),
    showOneTimePass(ada, confirm.requestId),
  ])
  const [oneTimePass, ...more] = shown.flatMap((answer) => (answer.ok ? [answer.value.oneTimePass] : []))
  expect(more).toEqual([])
  expect(await useOneTimePass(await makePending(ben), oneTimePass ?? '')).toMatchObject({ ok: true })
  const by = `${ada.name}, confirmed by ${cy.name}`
  expect((await notificationsFor(ben.id)).slice(1)).toMatchObject([{ kind: 'one-time-pass-made', by }])
  expect(await auditOf(ben, 'employee.one-time-pass-made')).toHaveLength(1)
})

test('the list shows the state of each request', async () => {
  const { ada, confirm, cy } = await askedForBen('one_time_pass')
  const state = async () => (await listRecoveryRequests(cy)).map((row) => row.state)
  expect(await state()).toEqual(['open'])
  await answerSecondAdmin(cy, confirm)
  expect(await state()).toEqual(['confirmed'])
  await showOneTimePass(ada, confirm.requestId)
  expect(await state()).toEqual(['done'])
})
