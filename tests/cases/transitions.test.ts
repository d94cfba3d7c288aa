import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { completeCase } from '@/lib/cases/clock/run-clocks'
import { closeFound } from '@/lib/cases/close-found'
import { startNumberChange } from '@/lib/cases/firm/start-number-change'
import { answerQuestion } from '@/lib/cases/person/answer-question'
import { type CaseAct, type CaseParty, transitions } from '@/lib/cases/rules'
import { stopCase, stopCaseAsAdmin } from '@/lib/cases/stop-case'
import { approveCase } from '@/lib/cases/support/approve-case'
import { askMore } from '@/lib/cases/support/ask-more'
import { declineCase } from '@/lib/cases/support/decline-case'
import { releaseCase, takeCase } from '@/lib/cases/support/take-case'
import { withdrawCase, withdrawOpenCases } from '@/lib/cases/withdraw-case'
import { db } from '@/lib/db'
import { pageSecret, stopSecret } from '@/lib/mail-links/case-links'
import { chooseNumber } from '@/lib/phone-enrollment/choose-number'
import { proveNumber } from '@/lib/phone-enrollment/prove-number'
import { ok, type Result, refuse } from '@/lib/result'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import type { CaseKind, CaseState, Employee } from '@/prisma/client/client'
import { simulatedAuthy } from '../authy'
import { actorFor, digitsOf, makeEmployee, makeFirm, uniqueNumber } from '../factories'
import { makePending } from '../pending'
import { isFull } from '../races/rounds'
import { makeCase } from './cases'
import { publishedSteps, type Step, states } from './published-table'

const authy = simulatedAuthy()
const seen = { place: 'Boston, United States', browser: 'Firefox on Linux' }
const published = publishedSteps()

test('the table that people read is the table of the code', () => {
  const own = transitions.flatMap(({ act, kind, from, to, by }) =>
    by.map((party): Step => ({ act, kind, from, to, by: party })),
  )
  expect(published.map(inWords).sort()).toEqual(own.map(inWords).sort())
})

function inWords({ act, kind, from, to, by }: Step): string {
  return `${kind}: ${act} from ${from} to ${to} by ${by}`
}

type People = Awaited<ReturnType<typeof makePeople>>
let people: People

async function makePeople() {
  const [operator, firm, foreign] = [
    await makeFirm({ isOperator: true }),
    await makeFirm({ mainLine: uniqueNumber() }),
    await makeFirm(),
  ]
  return {
    firm,
    owner: actorFor(operator.admin),
    colleague: actorFor(await makeEmployee(operator)),
    firstApprover: actorFor(await makeEmployee(operator)),
    admin: actorFor(firm.admin),
    foreignAdmin: actorFor(foreign.admin),
  }
}

beforeAll(async () => {
  people = await makePeople()
})

type Situation = {
  caseId: string
  person: Employee
  /** The person, with every right that a role can give. */
  self: Actor
  stopLink: string
}

/** A case in this state, taken by the owner hours ago, verified, notified, its times over: only the table can refuse. */
async function situationIn(kind: CaseKind, state: CaseState): Promise<Situation> {
  const isReset = kind === 'lost_phone' && state === 'ready'
  const person = await makeEmployee(people.firm, {
    vendorUserId: isReset ? null : randomUUID(),
    vendorState: isReset ? 'none' : 'registered',
    factorResetAt: isReset ? new Date() : null,
  })
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000)
  const { id: caseId } = await makeCase(person, {
    kind,
    state,
    requestedNumber: uniqueNumber(),
    openedAt: hoursAgo(30),
    decidedAt: hoursAgo(26),
    waitsUntil: hoursAgo(1),
    ownerId: people.owner.employeeId,
    ownedAt: hoursAgo(9),
    firstApprovedBy: state === 'seconding' ? people.firstApprover.employeeId : null,
  })
  const opening = await db.caseEvent.findFirstOrThrow({ where: { caseId } })
  const notificationId = randomUUID()
  await db.caseMessage.create({
    data: {
      id: notificationId,
      caseId,
      eventId: opening.id,
      employeeId: person.id,
      channel: 'mail',
      stopHash: storedId(stopSecret(notificationId)),
      sentAt: hoursAgo(29),
    },
  })
  const by = { byId: people.owner.employeeId, byName: 'A supporter' }
  await db.caseEvidence.createMany({
    data: [
      { caseId, kind: 'call_back', ...by },
      { caseId, kind: 'admin_confirmed', ...by },
    ],
  })
  const self = actorFor(person, { role: 'support' })
  return { caseId, person, self, stopLink: stopSecret(notificationId) }
}

/** Somebody who tries a step: `by` as the table calls them; without it, nobody who may. */
type Caller = {
  act: CaseAct
  by?: CaseParty
  /** The state that this caller reaches, where the table allows two. */
  towards?: Partial<Record<CaseState, CaseState>>
  /** Does more than move the case, or does it without a case too. */
  reachesFurther?: true
  prepare?: (situation: Situation) => Promise<unknown>
  call: (situation: Situation) => Promise<Result<unknown, string>>
}

const note = 'Called back on the main line, two questions right.'
const approve = (actor: Actor, { caseId }: Situation) => approveCase(actor, { caseId, note }, provider)
const decline = (actor: Actor, { caseId }: Situation) =>
  declineCase(actor, { caseId, reason: 'not-verified', note: '' })
const ask = (actor: Actor, { caseId }: Situation) =>
  askMore(actor, { caseId, question: 'Who is your admin?' })
const markWatched = ({ caseId }: Situation) =>
  db.$executeRaw`update reset_case set risks = '{watched}' where id = ${caseId}::uuid`
const giveTo = (actor: (situation: Situation) => Actor) => (situation: Situation) =>
  db.$executeRaw`
    update reset_case set owner_id = ${actor(situation).employeeId}::uuid where id = ${situation.caseId}::uuid`

const callers: Record<string, Caller> = {
  'a supporter takes it': {
    act: 'taken',
    by: 'supporter',
    call: ({ caseId }) => takeCase(people.colleague, caseId),
  },
  'a supporter takes what a colleague has taken a moment ago': {
    act: 'taken',
    prepare: ({ caseId }) =>
      db.$executeRaw`update reset_case set owned_at = now() where id = ${caseId}::uuid`,
    call: ({ caseId }) => takeCase(people.colleague, caseId),
  },
  'the person takes it': { act: 'taken', call: ({ caseId, self }) => takeCase(self, caseId) },

  'its supporter releases it': {
    act: 'released',
    by: 'owner',
    call: ({ caseId }) => releaseCase(people.owner, caseId),
  },
  'another supporter releases it': {
    act: 'released',
    call: ({ caseId }) => releaseCase(people.colleague, caseId),
  },

  'its supporter asks': { act: 'asked', by: 'owner', call: (it) => ask(people.owner, it) },
  'another supporter asks': { act: 'asked', call: (it) => ask(people.colleague, it) },

  'the page answers': {
    act: 'answered',
    by: 'page',
    call: ({ caseId }) => answerQuestion({ link: pageSecret(caseId), answer: 'Mara.' }, seen),
  },
  'another page answers': {
    act: 'answered',
    call: () => answerQuestion({ link: pageSecret(randomUUID()), answer: 'Mara.' }, seen),
  },
  'a stop link answers': {
    act: 'answered',
    call: ({ stopLink }) => answerQuestion({ link: stopLink, answer: 'Mara.' }, seen),
  },

  'its supporter approves': {
    act: 'approved',
    by: 'owner',
    towards: { checking: 'waiting' },
    call: (it) => approve(people.owner, it),
  },
  'its supporter approves what needs two': {
    act: 'approved',
    by: 'owner',
    towards: { checking: 'seconding' },
    prepare: markWatched,
    call: (it) => approve(people.owner, it),
  },
  'another supporter approves': { act: 'approved', call: (it) => approve(people.colleague, it) },
  'an admin of the firm approves': { act: 'approved', call: (it) => approve(people.admin, it) },
  'the first approver approves again': {
    act: 'approved',
    prepare: async (it) => {
      await giveTo(() => people.firstApprover)(it)
      await db.$executeRaw`
        update reset_case set first_approved_by = ${people.firstApprover.employeeId}::uuid where id = ${it.caseId}::uuid`
    },
    call: (it) => approve(people.firstApprover, it),
  },
  'the person approves, having become its supporter': {
    act: 'approved',
    prepare: giveTo(({ self }) => self),
    call: (it) => approve(it.self, it),
  },
  'its supporter approves with an old proof': {
    act: 'approved',
    call: (it) => approve({ ...people.owner, secondFactorAt: new Date(Date.now() - 11 * 60_000) }, it),
  },
  'its supporter approves without a second factor': {
    act: 'approved',
    call: (it) => approve({ ...people.owner, secondFactorAt: null }, it),
  },
  'its supporter approves without evidence': {
    act: 'approved',
    prepare: ({ caseId }) => db.caseEvidence.deleteMany({ where: { caseId } }),
    call: (it) => approve(people.owner, it),
  },
  'its supporter approves while a message is not sent yet': {
    act: 'approved',
    prepare: ({ caseId }) => db.caseMessage.updateMany({ where: { caseId }, data: { sentAt: null } }),
    call: (it) => approve(people.owner, it),
  },
  'its supporter approves when nobody could be notified': {
    act: 'approved',
    prepare: ({ caseId }) =>
      db.caseMessage.updateMany({ where: { caseId }, data: { sentAt: null, refusedAt: new Date() } }),
    call: (it) => approve(people.owner, it),
  },

  'its supporter declines': { act: 'declined', by: 'owner', call: (it) => decline(people.owner, it) },
  'another supporter declines': { act: 'declined', call: (it) => decline(people.colleague, it) },
  'its supporter declines with an old proof': {
    act: 'declined',
    call: (it) => decline({ ...people.owner, passwordAt: new Date(Date.now() - 11 * 60_000) }, it),
  },
  'its supporter declines without a known reason': {
    act: 'declined',
    call: ({ caseId }) => declineCase(people.owner, { caseId, reason: 'no-sympathy', note: '' }),
  },

  'a stop link is pressed': {
    act: 'stopped',
    by: 'stop-link',
    call: ({ stopLink }) => stopCase(stopLink, seen),
  },
  'a cut stop link is pressed': {
    act: 'stopped',
    call: ({ stopLink }) => stopCase(stopLink.slice(0, -1), seen),
  },
  'the page stops': { act: 'stopped', call: ({ caseId }) => stopCase(pageSecret(caseId), seen) },
  'an admin of the firm stops': {
    act: 'stopped',
    by: 'firm-admin',
    call: ({ caseId }) => stopCaseAsAdmin(people.admin, caseId),
  },
  'an admin of another firm stops': {
    act: 'stopped',
    call: ({ caseId }) => stopCaseAsAdmin(people.foreignAdmin, caseId),
  },
  'the person stops as an admin': {
    act: 'stopped',
    call: ({ caseId, self }) => stopCaseAsAdmin(self, caseId),
  },

  'the page withdraws': {
    act: 'withdrawn',
    by: 'page',
    call: ({ caseId }) => withdrawCase(pageSecret(caseId), seen),
  },
  'a stop link withdraws': { act: 'withdrawn', call: ({ stopLink }) => withdrawCase(stopLink, seen) },
  'the portal withdraws for a person who has left': {
    act: 'withdrawn',
    by: 'portal',
    call: ({ person }) => db.$transaction((tx) => withdrawOpenCases(tx, person.id, 'left')).then(() => ok()),
  },
  'an admin of the firm changes the number again': {
    act: 'withdrawn',
    by: 'firm-admin',
    reachesFurther: true,
    call: ({ person }) =>
      db.$transaction((tx) => startNumberChange(tx, people.admin, person, uniqueNumber())).then(() => ok()),
  },

  'the person signs in with the old phone': {
    act: 'found',
    by: 'portal',
    call: ({ person }) =>
      db
        .$transaction((tx) => closeFound(tx, { employeeId: person.id, name: person.name, ...seen }))
        .then(() => ok()),
  },

  'the wait is over': { act: 'completed', by: 'portal', call: ({ caseId }) => complete(caseId) },
  'the wait is not over': {
    act: 'completed',
    prepare: ({ caseId }) => db.$executeRaw`
      update reset_case set waits_until = now() + interval '1 minute' where id = ${caseId}::uuid`,
    call: ({ caseId }) => complete(caseId),
  },

  'a new phone is proven with a one-time pass': {
    act: 'enrolled',
    by: 'enrolled',
    reachesFurther: true,
    call: ({ person }) => enrollment(person, person),
  },
  'a new phone is proven with a pass of somebody else': {
    act: 'enrolled',
    call: ({ person }) => enrollment(person, { id: people.admin.employeeId }),
  },
}

async function complete(caseId: string): Promise<Result<void, string>> {
  return (await completeCase(caseId)) ? ok() : refuse('not due')
}

async function enrollment(person: Employee, holder: { id: string }): Promise<Result<unknown, string>> {
  const pending = await makePending(person)
  const linkId = storedId(newSecretId())
  await db.$transaction([
    db.mailLink.deleteMany({ where: { employeeId: holder.id } }),
    db.$executeRaw`
      insert into mail_link (id, employee_id, purpose, expires_at)
      values (${linkId}, ${holder.id}::uuid, 'one_time_pass', now() + interval '1 hour')`,
    db.$executeRaw`update pending_sign_in set enrollment_link_id = ${linkId} where id = ${pending.pendingId}`,
  ])
  const number = uniqueNumber()
  const chosen = await chooseNumber(pending, digitsOf(number))
  return chosen.ok ? proveNumber(pending, await authy.appToken(number)) : chosen
}

type Story = {
  row: { state: CaseState }
  events: Array<{ act: string }>
  notifications: unknown[]
  rest: unknown
}

/** All that a step could change: the case, its story and notifications, and, unless the caller does more, everything of the firm. */
async function read({ caseId, person }: Situation, isWide: boolean): Promise<Story> {
  const [found] = await db.$queryRaw<Array<{ story: Story }>>`
    select jsonb_build_object('row', (select to_jsonb(c) from reset_case c where id = ${caseId}::uuid),
      'events', (select jsonb_agg(v order by id) from case_event v where case_id = ${caseId}::uuid),
      'notifications', (select jsonb_agg(n order by event_id, employee_id, channel) from case_message n where case_id = ${caseId}::uuid),
      'rest', case when ${isWide} then jsonb_build_object(
        'person', (select to_jsonb(e) from employee e where id = ${person.id}::uuid),
        'evidence', (select jsonb_agg(v order by kind) from case_evidence v where case_id = ${caseId}::uuid),
        'audit', (select count(*) from audit_event where firm_id = ${person.firmId}::uuid),
        'jobs', (select count(*) from pgboss.job)) end) as story`
  if (!found) throw new Error('There is no answer')
  return found.story
}

function stepOf(kind: CaseKind, from: CaseState, { act, by, towards }: Caller): Step | undefined {
  const steps = published.filter(
    (one) => one.kind === kind && one.from === from && one.act === act && one.by === by,
  )
  return steps.find(({ to }) => to === towards?.[from]) ?? (towards?.[from] ? undefined : steps[0])
}

const silent = new Set<CaseAct>(['taken', 'released', 'answered'])

async function expectMoved(situation: Situation, before: Story, after: Story, step: Step): Promise<void> {
  expect(after.row.state).toBe(step.to)
  const [event, ...more] = after.events.slice(before.events.length)
  expect(more).toEqual([])
  expect(event).toMatchObject({ act: step.act, from_state: step.from, to_state: step.to })
  // The person by mail, the old number by text, the firm's one other admin by mail.
  const notified = silent.has(step.act) || step.to === 'seconding' ? 0 : step.act === 'asked' ? 1 : 3
  expect(after.notifications.length - before.notifications.length).toBe(notified)
  const [audit] = await db.$queryRaw<Array<{ lines: number }>>`
    select count(*)::int as lines from audit_event
    where action = ${`case.${step.act}`} and target_id = ${situation.person.id}`
  expect(audit).toEqual({ lines: 1 })
}

function isReachable(kind: CaseKind, state: CaseState): boolean {
  return published.some((one) => one.kind === kind && (one.from === state || one.to === state))
}

// Where no verb leads, only the full run looks: a pending number change that waits for a decision, say.
const walks = (['lost_phone', 'number_change'] as const).flatMap((kind) =>
  states.filter((state) => isFull || isReachable(kind, state)).map((state) => [kind, state] as const),
)
const counted = { moved: 0, refused: 0 }

test.each(walks)('%s, %s: everybody tries everything, and only the table happens', async (kind, state) => {
  let situation = await situationIn(kind, state)
  let unchanged: Story | undefined
  for (const [name, caller] of Object.entries(callers)) {
    await caller.prepare?.(situation)
    const isWide = !caller.reachesFurther
    const before = (isWide && !caller.prepare && unchanged) || (await read(situation, isWide))
    const answer = await caller.call(situation).catch((error: unknown) => {
      // What meets a state that no verb leads to may break off.
      if (isReachable(kind, state)) throw error
      return refuse('broken off')
    })
    const after = await read(situation, isWide)
    const step = stepOf(kind, state, caller)
    if (step) {
      expect(answer, name).toMatchObject({ ok: true })
      await expectMoved(situation, before, after, step)
      counted.moved += 1
    } else {
      // A sign-in, a deactivation, a changed number or a pass go on without a case.
      const isOnItsOwn = caller.by === 'portal' && caller.act !== 'completed'
      if (isWide && !isOnItsOwn) expect(answer.ok, name).toBe(false)
      expect(after, name).toEqual(before)
      counted.refused += 1
    }
    unchanged = after
    if (step || caller.prepare || caller.reachesFurther) {
      situation = await situationIn(kind, state)
      unchanged = undefined
    }
  }
})

test('the walk was a walk', () => {
  console.log(`${counted.moved} steps happened, ${counted.refused} did not`)
  const reached = published.map(({ kind, act, from, to, by }) => [kind, act, from, to, by].join())
  const walked = walks.flatMap(([kind, state]) =>
    Object.values(callers).flatMap((caller) => {
      const step = stepOf(kind, state, caller)
      return step ? [[step.kind, step.act, step.from, step.to, step.by].join()] : []
    }),
  )
  expect([...new Set(walked)].sort()).toEqual([...reached].sort())
  expect(counted.moved + counted.refused).toBe(walks.length * Object.keys(callers).length)
})

test('taking a case that is already yours changes nothing', async () => {
  const situation = await situationIn('lost_phone', 'checking')
  const before = await read(situation, true)
  expect(await takeCase(people.owner, situation.caseId)).toEqual({ ok: true })
  expect(await read(situation, true)).toEqual(before)
})

test('the first approver cannot take the case to approve it again', async () => {
  const situation = await situationIn('lost_phone', 'seconding')
  expect(await takeCase(people.firstApprover, situation.caseId)).toEqual({
    ok: false,
    reason: 'first-approver',
  })
})

const closed = ['done', 'stopped', 'withdrawn', 'declined', 'found'] as const

test.each(closed)('PostgreSQL lets no case that is %s change its state', async (state) => {
  const { caseId } = await situationIn('lost_phone', state)
  for (const to of states.filter((one) => one !== state)) {
    const reopening = db.$executeRaw`
      update reset_case set state = ${to}::case_state where id = ${caseId}::uuid`
    await expect(reopening).rejects.toThrow('a closed case stays closed')
  }
})

test('PostgreSQL keeps the story of a case as it was', async () => {
  const { caseId, person } = await situationIn('lost_phone', 'received')
  const statements = {
    change: () => db.$executeRaw`update case_event set note = 'never' where case_id = ${caseId}::uuid`,
    deletion: () => db.$executeRaw`delete from case_event where case_id = ${caseId}::uuid`,
    emptying: () => db.$executeRaw`truncate case_event cascade`,
    'deletion of the case': () => db.$executeRaw`delete from reset_case where id = ${caseId}::uuid`,
    'another kind': () => db.$executeRaw`
      update reset_case set kind = 'number_change', waits_until = now() where id = ${caseId}::uuid`,
    'another person': () => db.$executeRaw`
      update reset_case set employee_id = ${people.admin.employeeId}::uuid where id = ${caseId}::uuid`,
    'a wait without an end': () => db.$executeRaw`
      update reset_case set state = 'waiting', waits_until = null where id = ${caseId}::uuid`,
    'a second open case': () => makeCase(person),
  }
  for (const [name, statement] of Object.entries(statements))
    await expect(statement(), name).rejects.toThrow()
  expect((await makeCase(person, { kind: 'number_change' })).state).toBe('waiting')
})
