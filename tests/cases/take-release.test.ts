import { beforeAll, expect, test } from 'vitest'
import { releaseCase, takeCase } from '@/lib/cases/support/take-case'
import { db } from '@/lib/db'
import { actorFor, type MadeFirm, makeEmployee, makeFirm } from '../factories'
import { makeCase } from './cases'
import { hoursAgo, readCase, takenBy } from './support'

let firm: MadeFirm
let operator: MadeFirm

beforeAll(async () => {
  firm = await makeFirm()
  operator = await makeFirm({ isOperator: true })
})

test('a received case becomes the supporter’s own, with the event and the audit line', async () => {
  const { id, number } = await makeCase(await makeEmployee(firm))
  const sofia = actorFor(await makeEmployee(operator, { name: 'Sofia Lang' }))

  expect(await takeCase(sofia, id)).toEqual({ ok: true })
  expect(await readCase(id)).toMatchObject({
    state: 'checking',
    ownerId: sofia.employeeId,
    ownerName: 'Sofia Lang',
  })
  const [event] = await db.caseEvent.findMany({ where: { caseId: id }, orderBy: { id: 'desc' } })
  expect(event).toMatchObject({ act: 'taken', actorName: 'Sofia Lang', fromState: 'received' })
  const audit = await db.auditEvent.findFirstOrThrow({ where: { firmId: firm.id, action: 'case.taken' } })
  expect(audit).toMatchObject({ actorName: 'Partner support', details: { case: number } })
})

test('nobody takes their own case', async () => {
  const supporter = await makeEmployee(operator)
  const { id } = await makeCase(supporter)
  expect(await takeCase(actorFor(supporter), id)).toEqual({ ok: false, reason: 'own-case' })
})

test('what a colleague has taken is left alone, until it has lain for eight hours', async () => {
  const first = actorFor(await makeEmployee(operator))
  const second = actorFor(await makeEmployee(operator))
  const { id } = await takenBy(first, await makeCase(await makeEmployee(firm)))
  expect(await takeCase(second, id)).toEqual({ ok: false, reason: 'owned' })

  await db.resetCase.update({ where: { id }, data: { ownedAt: hoursAgo(8.1) } })
  expect(await takeCase(second, id)).toEqual({ ok: true })
  expect(await readCase(id)).toMatchObject({ state: 'checking', ownerId: second.employeeId })
})

test('of two supporters who take a case at once one gets it', async () => {
  const { id } = await makeCase(await makeEmployee(firm))
  const both = [actorFor(await makeEmployee(operator)), actorFor(await makeEmployee(operator))]
  const answers = await Promise.all(both.map((actor) => takeCase(actor, id)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers).toContainEqual({ ok: false, reason: 'owned' })
})

test('the first approver does not take the case for the second approval', async () => {
  const supporter = await makeEmployee(operator)
  const { id } = await makeCase(firm.admin, { state: 'seconding', firstApprovedBy: supporter.id })
  expect(await takeCase(actorFor(supporter), id)).toEqual({ ok: false, reason: 'first-approver' })

  const colleague = actorFor(await makeEmployee(operator))
  expect(await takeCase(colleague, id)).toEqual({ ok: true })
  expect(await readCase(id)).toMatchObject({ state: 'seconding', ownerId: colleague.employeeId })
  await db.$executeRaw`update reset_case set state = 'withdrawn', closed_at = now() where id = ${id}::uuid`
})

test.each(['waiting', 'ready', 'done', 'stopped', 'declined'] as const)(
  'a case that is %s needs nobody',
  async (state) => {
    const { id } = await makeCase(await makeEmployee(firm), { state })
    expect(await takeCase(actorFor(operator.admin), id)).toEqual({ ok: false, reason: 'not-takeable' })
  },
)

test('a number that is held, and a case that is nowhere, are not found', async () => {
  const held = await makeCase(await makeEmployee(firm), { kind: 'number_change' })
  const actor = actorFor(operator.admin)
  expect(await takeCase(actor, held.id)).toEqual({ ok: false, reason: 'not-found' })
  expect(await takeCase(actor, crypto.randomUUID())).toEqual({ ok: false, reason: 'not-found' })
})

test('taking a case that waits for an answer extends both deadlines by the pause', async () => {
  const opened = hoursAgo(10)
  const made = await makeCase(await makeEmployee(firm), {
    state: 'asked',
    openedAt: opened,
    pausedAt: hoursAgo(6),
  })
  await takeCase(actorFor(operator.admin), made.id)

  const taken = await readCase(made.id)
  const moved = (later: Date | null, earlier: Date | null) =>
    ((later?.getTime() ?? 0) - (earlier?.getTime() ?? 0)) / 3_600_000
  expect(taken.pausedAt).toBeNull()
  expect(moved(taken.dueAt, made.dueAt)).toBeCloseTo(6, 1)
  expect(moved(taken.breachAt, made.breachAt)).toBeCloseTo(6, 1)
})

test('a released case is received again and has no owner', async () => {
  const actor = actorFor(await makeEmployee(operator))
  const { id } = await takenBy(actor, await makeCase(await makeEmployee(firm)))
  expect(await releaseCase(actor, id)).toEqual({ ok: true })
  expect(await readCase(id)).toMatchObject({
    state: 'received',
    ownerId: null,
    ownerName: null,
    ownedAt: null,
  })
})

test('only the supporter who has taken a case can release it', async () => {
  const { id } = await takenBy(actorFor(operator.admin), await makeCase(await makeEmployee(firm)))
  const others = [operator, firm].map(({ id: firmId }) => makeEmployee({ id: firmId }))
  for (const other of await Promise.all(others))
    expect(await releaseCase(actorFor(other), id)).toEqual({ ok: false, reason: 'not-yours' })
})
