import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { askMore } from '@/lib/cases/support/ask-more'
import { declineCase } from '@/lib/cases/support/decline-case'
import { takeCase } from '@/lib/cases/support/take-case'
import { db } from '@/lib/db'
import { actorFor, type MadeFirm, makeEmployee, makeFirm } from '../factories'
import { makeCase } from './cases'
import { hoursAgo, readCase, takenBy } from './support'

let firm: MadeFirm
let sam: Actor
let sofia: Actor

beforeAll(async () => {
  firm = await makeFirm()
  const operator = await makeFirm({ isOperator: true })
  sam = actorFor(operator.admin)
  sofia = actorFor(await makeEmployee(operator))
})

const takenCase = async () => takenBy(sam, await makeCase(await makeEmployee(firm)))
const decline = (actor: Actor, caseId: string, reason = 'no-answer', note = '') =>
  declineCase(actor, { caseId, reason, note })

test('a declined case is closed for good with its reason, and everybody is notified', async () => {
  const { id } = await takenCase()
  expect(await decline(sam, id, 'no-answer', 'Called three times')).toEqual({ ok: true })
  const declined = await readCase(id)
  expect(declined).toMatchObject({ state: 'declined', ownerId: null })
  expect(declined.closedAt).not.toBeNull()

  const event = await db.caseEvent.findFirstOrThrow({ where: { caseId: id, act: 'declined' } })
  expect(event.note).toBe('no-answer: Called three times')
  const notified = await db.caseMessage.findMany({ where: { eventId: event.id } })
  expect(notified.map(({ channel }) => channel).sort()).toEqual(['mail', 'mail', 'text'])
  expect(await takeCase(sofia, id)).toEqual({ ok: false, reason: 'not-takeable' })
})

test('a case is declined for one of the published reasons only', async () => {
  const { id } = await takenCase()
  for (const reason of ['', 'because', 'no-answer: x', '__proto__'])
    expect(await decline(sam, id, reason)).toEqual({ ok: false, reason: 'no-reason' })
})

test('without a fresh proof nothing is declined', async () => {
  const { id } = await takenCase()
  expect(await decline({ ...sam, secondFactorAt: hoursAgo(1) }, id)).toEqual({
    ok: false,
    reason: 'proof-needed',
  })
  expect(await readCase(id)).toMatchObject({ state: 'checking' })
})

test('only the supporter who has taken the case declines it, or asks', async () => {
  const { id } = await takenCase()
  for (const other of [sofia, actorFor(firm.admin)]) {
    expect(await decline(other, id)).toEqual({ ok: false, reason: 'not-yours' })
    expect(await askMore(other, { caseId: id, question: 'Who are you?' })).toEqual({
      ok: false,
      reason: 'not-yours',
    })
  }
})

test('a decided case cannot be declined', async () => {
  const person = await makeEmployee(firm)
  const { id } = await makeCase(person, { state: 'waiting', ownerId: sam.employeeId })
  expect(await decline(sam, id)).toEqual({ ok: false, reason: 'not-yours' })
})

test('a question pauses both clocks, notifies only the person, and releases the case', async () => {
  const { id } = await takenCase()
  expect(await askMore(sam, { caseId: id, question: 'Which office are you in?' })).toEqual({ ok: true })
  const asked = await readCase(id)
  expect(asked).toMatchObject({ state: 'asked', ownerId: null })
  expect(asked.pausedAt).not.toBeNull()

  const notified = await db.caseMessage.findMany({ where: { caseId: id, event: { act: 'asked' } } })
  expect(notified).toMatchObject([{ channel: 'mail', employeeId: asked.employeeId }])
  expect(await takeCase(sofia, id)).toEqual({ ok: true })
})
