import { beforeAll, expect, test } from 'vitest'
import { tickEvidence, untickEvidence } from '@/lib/cases/support/tick-evidence'
import { db } from '@/lib/db'
import { actorFor, type MadeFirm, makeEmployee, makeFirm } from '../factories'
import { makeCase } from './cases'
import { takenBy } from './support'

const mainLine = '+12025550100'
let firm: MadeFirm
let operator: MadeFirm

beforeAll(async () => {
  firm = await makeFirm({ mainLine })
  operator = await makeFirm({ isOperator: true })
})

const note = 'Spoke to the reception, who put me through'
const ticks = (caseId: string) => db.caseEvidence.findMany({ where: { caseId } })

test('evidence keeps who checked it, and how', async () => {
  const sam = actorFor(await makeEmployee(operator, { name: 'Sam Reyes' }))
  const { id: caseId } = await takenBy(sam, await makeCase(await makeEmployee(firm)))

  expect(await tickEvidence(sam, { caseId, kind: 'call_back', note })).toEqual({ ok: true })
  expect(await ticks(caseId)).toMatchObject([{ kind: 'call_back', byName: 'Sam Reyes', note }])
})

test('evidence added again replaces the first, and can be removed', async () => {
  const actor = actorFor(operator.admin)
  const { id: caseId } = await takenBy(actor, await makeCase(await makeEmployee(firm)))
  await tickEvidence(actor, { caseId, kind: 'documents', note })
  await tickEvidence(actor, { caseId, kind: 'documents', note: 'Better light this time' })
  expect(await ticks(caseId)).toMatchObject([{ note: 'Better light this time' }])

  expect(await untickEvidence(actor, { caseId, kind: 'documents' })).toEqual({ ok: true })
  // It stays on record, and counts no more.
  expect(await ticks(caseId)).toMatchObject([
    { note: 'Better light this time', takenBackAt: expect.any(Date) },
  ])
})

test.each([
  ['there is none', null],
  ['it is the lost number', 'lost'],
  ['it is the requested number', '+12025550199'],
] as const)('the main line counts for nothing where %s', async (_, line) => {
  const person = await makeEmployee(await makeFirm())
  await db.firm.update({
    where: { id: person.firmId },
    data: { mainLine: line === 'lost' ? person.mobileNumber : line },
  })
  const actor = actorFor(operator.admin)
  const { id: caseId } = await takenBy(actor, await makeCase(person, { requestedNumber: '+12025550199' }))
  expect(await tickEvidence(actor, { caseId, kind: 'call_back', note })).toEqual({
    ok: false,
    reason: 'no-other-number',
  })
  expect(await tickEvidence(actor, { caseId, kind: 'documents', note })).toEqual({ ok: true })
})

test('a supporter who has not taken the case adds and removes no evidence', async () => {
  const owner = actorFor(operator.admin)
  const { id: caseId } = await takenBy(owner, await makeCase(await makeEmployee(firm)))
  await tickEvidence(owner, { caseId, kind: 'documents', note })

  for (const other of [await makeEmployee(operator), firm.admin, await makeEmployee(firm)]) {
    const refused = { ok: false, reason: 'not-yours' }
    expect(await tickEvidence(actorFor(other), { caseId, kind: 'call_back', note })).toEqual(refused)
    expect(await untickEvidence(actorFor(other), { caseId, kind: 'documents' })).toEqual(refused)
  }
  expect(await ticks(caseId)).toHaveLength(1)
})

test("added and removed evidence is in the history and in the firm's audit log", async () => {
  const actor = actorFor(operator.admin)
  const { id: caseId, number } = await takenBy(actor, await makeCase(await makeEmployee(firm)))
  await tickEvidence(actor, { caseId, kind: 'documents', note })
  await untickEvidence(actor, { caseId, kind: 'documents' })
  await untickEvidence(actor, { caseId, kind: 'documents' })

  const history = await db.caseEvent.findMany({ where: { caseId }, orderBy: { id: 'asc' } })
  expect(history.slice(-2)).toMatchObject([
    { act: 'document-added', note, actorName: actor.name },
    { act: 'document-removed', note: '' },
  ])
  const audit = await db.auditEvent.findMany({
    where: { firmId: firm.id, details: { path: ['case'], equals: number } },
    orderBy: { id: 'asc' },
  })
  expect(audit.slice(-2)).toMatchObject([
    { action: 'case.document-added', actorName: 'Partner support' },
    { action: 'case.document-removed' },
  ])
})
