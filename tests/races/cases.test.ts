import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { pageSecret } from '@/lib/mail-links/case-links'
import { makeLink } from '@/lib/mail-links/make-link'
import { chooseNumber } from '@/lib/phone-enrollment/choose-number'
import { storedId } from '@/lib/secrets/secret-id'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { simulatedAuthy } from '../authy'
import { checkCaseInvariants } from '../cases/invariants'
import {
  approve,
  complete,
  done,
  draftCase,
  makeClient,
  makeDesk,
  makeOwner,
  openLostPhone,
  passWait,
  sendNotifications,
  startChange,
  stopLinkOf,
  storyOf,
  verify,
} from '../cases/walk'
import { digitsOf, uniqueNumber } from '../factories'
import { secretOf } from '../passwords/people'
import { makePending } from '../pending'
import type { Attempt, Outcome } from './attempt'
import { crowd, duels, reasonsOf, twoRacers, winners } from './racers'
import { rounds } from './rounds'

const played = rounds({ few: 2, full: 200 })
const authy = simulatedAuthy()
const { play } = twoRacers()
let desk: [Actor, Actor, Actor]

beforeAll(async () => {
  desk = await makeDesk()
})
// Everything that was ever raced stays in the database, and is looked at again each time.
afterEach(checkCaseInvariants)

const note = 'Called back, all is well.'
const newLostPhone = async () => openLostPhone(await makeOwner(await makeClient()))

type Duel = { caseId: string; one: Attempt; other: Attempt }
type Pair = {
  prepare: () => Promise<Duel>
  /** How the case may have gone on, and who of the two was heard then. */
  stories: Record<string, Array<Attempt['verb']>>
  reasons: string[]
}

async function stopping(caseId: string): Promise<Attempt> {
  return {
    verb: 'stopCase',
    args: [await stopLinkOf(caseId), { place: 'Boston', browser: 'Safari on iPhone' }],
  }
}

async function finishing(pending: PendingSignIn): Promise<Attempt> {
  return {
    verb: 'finishSignIn',
    args: [pending, { kind: 'token', method: 'text', digest: crypto.randomUUID() }],
  }
}

/** The new phone is in hand, and its token typed. */
async function proving(person: { id: string }): Promise<Attempt> {
  const pending = await makePending(person)
  const linkId = storedId(secretOf((await makeLink(db, person.id, 'phone_enrollment')).url))
  await db.$executeRaw`update pending_sign_in set enrollment_link_id = ${linkId} where id = ${pending.pendingId}`
  const held = await db.resetCase.findFirst({
    where: { employeeId: person.id, kind: 'number_change', state: 'waiting' },
  })
  const number = held?.requestedNumber ?? uniqueNumber()
  done(await chooseNumber(pending, digitsOf(number)))
  return { verb: 'proveNumber', args: [pending, await authy.appToken(number)] }
}

async function dueCase() {
  const open = await newLostPhone()
  await approve(open, desk[0])
  await passWait(open.caseId)
  return open
}

async function dueHold() {
  const firm = await makeClient()
  const person = await makeOwner(firm)
  const { caseId } = await startChange(firm, person)
  await sendNotifications(caseId)
  await passWait(caseId)
  return { caseId, person }
}

const pairs: Record<string, Pair> = {
  'stop and approve': {
    async prepare() {
      const { caseId } = await newLostPhone()
      await verify({ caseId }, desk[0])
      return {
        caseId,
        one: await stopping(caseId),
        other: { verb: 'approveCase', args: [desk[0], { caseId, note }] },
      }
    },
    // Stopping is right at any time: it either forestalls the approval or undoes it.
    stories: {
      'taken, stopped': ['stopCase'],
      'taken, approved, stopped': ['approveCase', 'stopCase'],
    },
    reasons: ['not-yours'],
  },

  'approve and approve': {
    async prepare() {
      const { caseId } = await newLostPhone()
      await verify({ caseId }, desk[0])
      const approval: Attempt = { verb: 'approveCase', args: [desk[0], { caseId, note }] }
      return { caseId, one: approval, other: approval }
    },
    stories: { 'taken, approved': ['approveCase'] },
    reasons: ['not-yours'],
  },

  'the first approval twice, where two supporters are needed': {
    async prepare() {
      const { caseId } = await newLostPhone()
      await db.$executeRaw`update reset_case set risks = '{watched}' where id = ${caseId}::uuid`
      await verify({ caseId }, desk[0])
      const by = { byId: desk[0].employeeId, byName: 'An admin' }
      await db.caseEvidence.create({ data: { caseId, kind: 'admin_confirmed', ...by } })
      const approval: Attempt = { verb: 'approveCase', args: [desk[0], { caseId, note }] }
      return { caseId, one: approval, other: approval }
    },
    stories: { 'taken, approved': ['approveCase'] },
    reasons: ['not-yours'],
  },

  'take and take': {
    async prepare() {
      const { caseId } = await newLostPhone()
      return {
        caseId,
        one: { verb: 'takeCase', args: [desk[0], caseId] },
        other: { verb: 'takeCase', args: [desk[1], caseId] },
      }
    },
    stories: { taken: ['takeCase'] },
    reasons: ['owned'],
  },

  'decline and withdraw': {
    async prepare() {
      const { caseId } = await newLostPhone()
      await verify({ caseId }, desk[0])
      const seen = { place: 'Boston', browser: 'Firefox' }
      return {
        caseId,
        one: { verb: 'declineCase', args: [desk[0], { caseId, reason: 'no-answer', note: '' }] },
        other: { verb: 'withdrawCase', args: [pageSecret(caseId), seen] },
      }
    },
    stories: { 'taken, declined': ['declineCase'], 'taken, withdrawn': ['withdrawCase'] },
    reasons: ['not-yours', 'too-late'],
  },

  'complete and stop': {
    async prepare() {
      const { caseId } = await dueCase()
      return { caseId, one: { verb: 'completeCase', args: [caseId] }, other: await stopping(caseId) }
    },
    stories: {
      'taken, approved, stopped': ['stopCase'],
      'taken, approved, completed, stopped': ['completeCase', 'stopCase'],
    },
    reasons: ['not-due'],
  },

  'complete and complete': {
    async prepare() {
      const { caseId } = await dueCase()
      const completion: Attempt = { verb: 'completeCase', args: [caseId] }
      return { caseId, one: completion, other: completion }
    },
    stories: { 'taken, approved, completed': ['completeCase'] },
    reasons: ['not-due'],
  },

  'complete, and a sign-in with the old phone': {
    async prepare() {
      const { caseId, person } = await dueCase()
      return {
        caseId,
        one: { verb: 'completeCase', args: [caseId] },
        other: await finishing(await makePending(person)),
      }
    },
    stories: {
      'taken, approved, found': ['finishSignIn'],
      'taken, approved, completed': ['completeCase'],
    },
    reasons: ['not-due', 'ended'],
  },

  'enroll and cancel': {
    async prepare() {
      const open = await newLostPhone()
      await complete(open, desk[0])
      return { caseId: open.caseId, one: await proving(open.person), other: await stopping(open.caseId) }
    },
    stories: {
      'taken, approved, completed, enrolled': ['proveNumber'],
      'taken, approved, completed, stopped': ['stopCase'],
    },
    reasons: ['ended', 'closed'],
  },

  'complete and cancel a pending number change': {
    async prepare() {
      const { caseId } = await dueHold()
      return { caseId, one: { verb: 'completeCase', args: [caseId] }, other: await stopping(caseId) }
    },
    stories: { stopped: ['stopCase'], completed: ['completeCase'] },
    reasons: ['not-due', 'closed'],
  },

  'complete and confirm a pending number change': {
    async prepare() {
      const { caseId, person } = await dueHold()
      return { caseId, one: { verb: 'completeCase', args: [caseId] }, other: await proving(person) }
    },
    stories: { enrolled: ['proveNumber'], completed: ['completeCase'] },
    reasons: ['not-due', 'ended'],
  },
}

test.each(Object.entries(pairs))('%s: one outcome, the same in every table', async (name, pair) => {
  const duel = duels()
  const notified: Record<string, number> = {}
  await play(
    played,
    async () => {
      const { caseId, one, other } = await pair.prepare()
      return { caseId, ...duel.next(one, other) }
    },
    async ({ caseId }, outcomes) => {
      const story = await storyOf(caseId)
      expect(Object.keys(pair.stories)).toContain(story)
      const heard = winners(outcomes).map(({ verb }) => verb)
      expect(heard.sort()).toEqual(pair.stories[story]?.toSorted())
      // No deadlock among them: the loser gets a refusal.
      expect(pair.reasons).toEqual(expect.arrayContaining(reasonsOf(outcomes)))
      await checkFactor(caseId)
      notified[story] = (notified[story] ?? 0) + 1
      // Of two alike neither is the faster one.
      if (outcomes[0]?.verb !== outcomes[1]?.verb) duel.note(firstHeard(story, outcomes))
    },
  )
  console.log(
    `${name}: ${Object.entries(notified)
      .map(([story, count]) => `${count} × "${story}"`)
      .join(', ')}`,
  )
})

/** The one that came first, so that the other gets a start the next time. */
function firstHeard(story: string, outcomes: Outcome[]): Attempt['verb'] | undefined {
  const heard = winners(outcomes).map(({ verb }) => verb)
  if (heard.length < 2) return heard[0]
  return story.endsWith('stopped') ? heard.find((verb) => verb !== 'stopCase') : heard[0]
}

/** The old phone works unless it was taken away for good; a session exists only where the sign-in was first. */
async function checkFactor(caseId: string): Promise<void> {
  const { state, kind, employee } = await db.resetCase.findUniqueOrThrow({
    where: { id: caseId },
    include: { employee: { include: { sessions: true } } },
  })
  expect(employee.factorResetAt !== null).toBe(kind === 'lost_phone' && state === 'ready')
  expect(employee.sessions).toHaveLength(state === 'found' ? 1 : 0)
  if (state === 'ready') expect(employee.vendorUserId).toBeNull()
  if (state === 'stopped') expect(employee.watchedUntil).not.toBeNull()
}

test('one code that is typed twenty times at once opens one case', async () => {
  await play(
    rounds({ few: 1, full: 50 }),
    async () => {
      const person = await makeOwner(await makeClient())
      const code = await draftCase(person)
      const pendings = await Promise.all(Array.from({ length: 20 }, () => makePending(person)))
      return {
        person,
        ...crowd(pendings.map((pending) => ({ verb: 'openCase', args: [pending, code, '203.0.113.9'] }))),
      }
    },
    async ({ person }, outcomes) => {
      expect(winners(outcomes)).toHaveLength(1)
      expect(reasonsOf(outcomes)).toEqual(['no-draft'])
      expect(await db.resetCase.count({ where: { employeeId: person.id } })).toBe(1)
    },
  )
})

test('twenty guesses at once use up five tries', async () => {
  await play(
    rounds({ few: 1, full: 20 }),
    async () => {
      const person = await makeOwner(await makeClient())
      await draftCase(person)
      const pendings = await Promise.all(Array.from({ length: 20 }, () => makePending(person)))
      return {
        person,
        ...crowd(pendings.map((pending) => ({ verb: 'openCase', args: [pending, '1234', '203.0.113.9'] }))),
      }
    },
    async ({ person }, outcomes) => {
      const wrong = outcomes.filter(({ answer }) => !answer.ok && answer.reason === 'wrong-code')
      expect(wrong).toHaveLength(5)
      expect(reasonsOf(outcomes).sort()).toEqual(['no-tries-left', 'wrong-code'])
      expect(await db.resetCase.count({ where: { employeeId: person.id } })).toBe(0)
    },
  )
})
