import { expect, test } from 'vitest'
import { confirmCase } from '@/lib/cases/firm/confirm-case'
import { findFirmCase } from '@/lib/cases/firm/find-firm-case'
import { listFirmCases } from '@/lib/cases/firm/list-firm-cases'
import { stopCaseAsAdmin } from '@/lib/cases/stop-case'
import { db } from '@/lib/db'
import { auditOf, firmInNeed, reload, stale } from '../employees/recovery/firm-in-need'
import { actorFor, makeEmployee } from '../factories'
import { makeCase } from './cases'

const note = 'We sat together this morning.'

async function lostPhone() {
  const people = await firmInNeed()
  const lost = await makeCase(people.tech)
  return { ...people, lost, word: { caseId: lost.id, note } }
}

const evidenceOf = (lost: { id: string }) => db.caseEvidence.findMany({ where: { caseId: lost.id } })

test('an admin’s word is evidence with a note, and decides nothing', async () => {
  const { ada, tech, lost, word } = await lostPhone()
  expect(await confirmCase(ada, word, 'admin_confirmed')).toEqual({ ok: true, value: undefined })
  expect(await evidenceOf(lost)).toMatchObject([
    { kind: 'admin_confirmed', byId: ada.employeeId, byName: ada.name, note },
  ])
  expect(await db.resetCase.findUnique({ where: { id: lost.id } })).toMatchObject({ state: 'received' })
  expect(await auditOf(tech, 'case.confirmed')).toHaveLength(1)
})

test('given twice, or by two admins at once, it counts and is noted once', async () => {
  const { ada, ben, tech, lost, word } = await lostPhone()
  const answers = await Promise.all([
    confirmCase(ada, word, 'admin_confirmed'),
    confirmCase(actorFor(ben), word, 'admin_confirmed'),
    confirmCase(ada, word, 'admin_confirmed'),
  ])
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
  expect(await evidenceOf(lost)).toHaveLength(1)
  expect(await auditOf(tech, 'case.confirmed')).toHaveLength(1)
})

test('a colleague vouches, and that is another kind of evidence', async () => {
  const { firm, tech, lost, word } = await lostPhone()
  const yesterday = new Date(Date.now() - 86_400_000)
  const colleague = actorFor(await makeEmployee(firm, { createdAt: yesterday }))
  expect(await confirmCase(colleague, word, 'colleague_vouched')).toMatchObject({ ok: true })
  expect(await evidenceOf(lost)).toMatchObject([{ kind: 'colleague_vouched', byId: colleague.employeeId }])
  expect(await auditOf(tech, 'case.vouched')).toHaveLength(1)
  expect(await findFirmCase(colleague, lost.id)).toMatchObject({ vouchedBy: colleague.name })
})

test('an admin added or promoted after the opening cannot confirm the case', async () => {
  const { firm, lost, word } = await lostPhone()
  const puppet = actorFor(await makeEmployee(firm, { role: 'admin' }))
  expect(await confirmCase(puppet, word, 'admin_confirmed')).toEqual({ ok: false, reason: 'newcomer' })
  expect(await confirmCase(puppet, word, 'colleague_vouched')).toEqual({ ok: false, reason: 'newcomer' })
  expect(await evidenceOf(lost)).toEqual([])
})

test('one person cannot give both words', async () => {
  const { ada, lost, word } = await lostPhone()
  await confirmCase(ada, word, 'admin_confirmed')
  expect(await confirmCase(ada, word, 'colleague_vouched')).toEqual({ ok: false, reason: 'given-already' })
  expect(await evidenceOf(lost)).toHaveLength(1)
})

test('nobody confirms their own request', async () => {
  const { ben } = await firmInNeed()
  const own = await makeCase(ben)
  const answer = await confirmCase(actorFor(ben), { caseId: own.id, note }, 'admin_confirmed')
  expect(answer).toEqual({ ok: false, reason: 'not-found' })
  expect(await findFirmCase(actorFor(ben), own.id)).toMatchObject({ isOwn: true })
})

test('a second factor of less than ten minutes ago is needed', async () => {
  const { ada, lost, word } = await lostPhone()
  const refused = { ok: false, reason: 'proof-needed' }
  expect(await confirmCase(stale(ada), word, 'admin_confirmed')).toEqual(refused)
  expect(await confirmCase({ ...ada, secondFactorAt: null }, word, 'admin_confirmed')).toEqual(refused)
  expect(await evidenceOf(lost)).toEqual([])
})

test.each(['waiting', 'ready', 'done', 'stopped', 'declined', 'withdrawn', 'found'] as const)(
  'after the decision no word is taken: %s',
  async (state) => {
    const { ada, tech } = await firmInNeed()
    const decided = await makeCase(tech, { state })
    const answer = await confirmCase(ada, { caseId: decided.id, note }, 'admin_confirmed')
    expect(answer).toEqual({ ok: false, reason: 'closed' })
  },
)

test('a pending number change is not for others to confirm', async () => {
  const { ada, tech } = await firmInNeed()
  const held = await makeCase(tech, { kind: 'number_change' })
  const answer = await confirmCase(ada, { caseId: held.id, note }, 'admin_confirmed')
  expect(answer).toEqual({ ok: false, reason: 'not-found' })
  expect(await findFirmCase(ada, held.id)).toBeNull()
})

test('people of another firm can neither confirm, vouch, cancel nor see it', async () => {
  const { foreign, lost, word } = await lostPhone()
  const missing = { ok: false, reason: 'not-found' }
  expect(await confirmCase(foreign, word, 'admin_confirmed')).toEqual(missing)
  expect(await confirmCase(foreign, word, 'colleague_vouched')).toEqual(missing)
  expect(await stopCaseAsAdmin(foreign, lost.id)).toEqual(missing)
  expect(await findFirmCase(foreign, lost.id)).toBeNull()
  expect(await listFirmCases(foreign)).toEqual({ open: [], closed: [] })
})

test('an admin cancels a request, and the account is marked', async () => {
  const { ada, tech, lost } = await lostPhone()
  expect(await stopCaseAsAdmin(ada, lost.id)).toEqual({ ok: true, value: undefined })
  const days = ((await reload(tech)).watchedUntil?.getTime() ?? 0) - Date.now()
  expect(Math.round(days / 86_400_000)).toBe(7)
  expect(await stopCaseAsAdmin(ada, lost.id)).toEqual({ ok: false, reason: 'closed' })
})

test('the firm’s list separates open cases, with their confirmations, from closed ones', async () => {
  const { ada, ben, tech, lost, word } = await lostPhone()
  const held = await makeCase(tech, { kind: 'number_change' })
  const over = await makeCase(ben, { state: 'declined' })
  await confirmCase(ada, word, 'admin_confirmed')
  const { open, closed } = await listFirmCases(ada)
  expect(open.map(({ id, confirmedBy }) => [id, confirmedBy])).toEqual([
    [lost.id, ada.name],
    [held.id, null],
  ])
  expect(closed.map(({ id }) => id)).toEqual([over.id])
})
