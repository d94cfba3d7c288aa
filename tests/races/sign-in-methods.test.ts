import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { startApp } from '@/lib/sign-in-methods/totp/start-app'
import type { Employee } from '@/prisma/client/client'
import { makeEmployee, makeFirm } from '../factories'
import { notificationKindsFor } from '../notifications/notifications'
import { makePending } from '../pending'
import { techWithCodes } from '../sign-in-methods/recovery-codes/sets'
import { freshActorFor, makeApp, tokenOf, wrongTokenFor } from '../sign-in-methods/totp/apps'
import type { Attempt, Outcome } from './attempt'
import { crowd, duels, reasonsOf, twoRacers, winners } from './racers'
import { rounds } from './rounds'

const crowdSize = 20
const played = rounds({ few: 1, full: 50 })
const { play } = twoRacers()

// What the consumed proof and the consumed sign-in answer, and the limits on guessing.
const lost = ['used', 'token-used', 'code-used', 'ended', 'locked', 'codes-locked']

const makeTech = async () => makeEmployee(await makeFirm({ requiresSecondFactor: true }))
const times = <Value>(make: (n: number) => Value) => Array.from({ length: crowdSize }, (_, n) => make(n))

/** The same thing typed in twenty browsers of one person. */
async function inTwentyBrowsers(tech: Employee, typed: string): Promise<Attempt[]> {
  const pendings = await Promise.all(times(() => makePending(tech)))
  return pendings.map((pending) => ({ verb: 'signInByToken', args: [pending, typed] }))
}

async function opensOneSession({ employeeId }: { employeeId: string }, outcomes: Outcome[]) {
  expect(winners(outcomes)).toHaveLength(1)
  expect(lost).toEqual(expect.arrayContaining(reasonsOf(outcomes)))
  expect(
    await db.session.count({
      where: { employeeId, secondFactor: { in: ['authenticator-app', 'recovery-code'] } },
    }),
  ).toBe(1)
  expect(await db.auditEvent.count({ where: { actorId: employeeId, action: 'sign-in.finished' } })).toBe(1)
}

async function usesOneCode(round: { employeeId: string }, outcomes: Outcome[]) {
  await opensOneSession(round, outcomes)
  const { employeeId } = round
  expect(await db.recoveryCode.count({ where: { employeeId, usedAt: { not: null } } })).toBe(1)
  const notified = await notificationKindsFor(employeeId)
  expect(notified.filter((kind) => kind === 'recovery-code-used')).toHaveLength(1)
}

test('one recovery code typed in twenty browsers at once signs in once', async () => {
  await play(
    played,
    async () => {
      const { tech, code } = await techWithCodes()
      return { employeeId: tech.id, ...crowd(await inTwentyBrowsers(tech, code)) }
    },
    usesOneCode,
  )
})

test('one recovery code that was found right twenty times signs in once', async () => {
  await play(
    played,
    async () => {
      const { tech, code } = await techWithCodes()
      const checked = await checkToken(await makePending(tech), code)
      if (!checked.ok) throw new Error(checked.reason)
      const proof = checked.value
      const pendings = await Promise.all(times(() => makePending(tech)))
      const attempts = pendings.map((pending): Attempt => ({ verb: 'finishSignIn', args: [pending, proof] }))
      return { employeeId: tech.id, ...crowd(attempts) }
    },
    usesOneCode,
  )
})

test('one token of an own app typed in twenty browsers at once signs in once', async () => {
  await play(
    played,
    async () => {
      const tech = await makeTech()
      const token = await tokenOf(await makeApp(tech))
      return { employeeId: tech.id, ...crowd(await inTwentyBrowsers(tech, token)) }
    },
    opensOneSession,
  )
})

test('one step of an own app that was found right twenty times signs in once', async () => {
  await play(
    played,
    async () => {
      const tech = await makeTech()
      const app = await makeApp(tech)
      const pendings = await Promise.all(times(() => makePending(tech)))
      const proof = { kind: 'app', appId: app.id, step: 60_000_000 } as const
      const attempts = pendings.map((pending): Attempt => ({ verb: 'finishSignIn', args: [pending, proof] }))
      return { employeeId: tech.id, ...crowd(attempts) }
    },
    opensOneSession,
  )
})

test('a code of the old list and a new list at once: it signs in before, or not at all', async () => {
  const duel = duels()
  await play(
    rounds({ few: 2, full: 100 }),
    async () => {
      const { tech, code } = await techWithCodes()
      const pending = await makePending(tech)
      const checked = await checkToken(pending, code)
      if (!checked.ok) throw new Error(checked.reason)
      const use: Attempt = { verb: 'finishSignIn', args: [pending, checked.value] }
      const renew: Attempt = { verb: 'generateRecoveryCodes', args: [await freshActorFor(tech)] }
      return { tech, ...duel.next(use, renew) }
    },
    async ({ tech }, outcomes) => {
      const use = outcomes.find(({ verb }) => verb === 'finishSignIn')
      duel.note(use?.answer.ok ? 'finishSignIn' : 'generateRecoveryCodes')
      if (!use?.answer.ok) expect(use?.answer).toEqual({ ok: false, reason: 'code-used' })
      expect(await db.recoveryCode.count({ where: { employeeId: tech.id, usedAt: null } })).toBe(10)
    },
  )
})

test('many guesses at once in two processes see no more answers than the budget', async () => {
  await play(
    rounds({ few: 1, full: 20 }),
    async () => {
      const tech = await makeTech()
      const wrong = await wrongTokenFor(await makeApp(tech))
      const pendings = await Promise.all(Array.from({ length: 10 }, () => makePending(tech)))
      const guess = (n: number): Attempt | [] => {
        const pending = pendings[n % pendings.length]
        return pending ? { verb: 'checkToken', args: [pending, wrong] } : []
      }
      return {
        tech,
        ...crowd(Array.from({ length: rounds({ few: 60, full: 200 }) }, (_, n) => guess(n)).flat()),
      }
    },
    async ({ tech }, outcomes) => {
      const answers = outcomes.map(({ answer }) => (answer.ok ? 'right' : answer.reason))
      expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(10)
      expect(
        reasonsOf(outcomes).filter((reason) => !['wrong', 'locked', 'no-tries-left'].includes(reason)),
      ).toEqual([])
      expect((await notificationKindsFor(tech.id)).filter((kind) => kind === 'tokens-locked')).toHaveLength(1)
    },
  )
})

test('twenty apps started in twenty sessions at once: five at most', async () => {
  await play(
    played,
    async () => {
      const tech = await makeTech()
      const freshActors = await Promise.all(times(() => freshActorFor(tech)))
      const attempts = freshActors.map(
        (freshActor): Attempt => ({ verb: 'startApp', args: [freshActor, 'Phone'] }),
      )
      return { tech, ...crowd(attempts) }
    },
    async ({ tech }, outcomes) => {
      expect(winners(outcomes)).toHaveLength(5)
      expect(reasonsOf(outcomes)).toEqual(['too-many'])
      expect(await db.totpApp.count({ where: { employeeId: tech.id } })).toBe(5)
    },
  )
})

test('one first token sent twenty times confirms one app with one notification', async () => {
  await play(
    played,
    async () => {
      const tech = await makeTech()
      const freshActor = await freshActorFor(tech)
      const started = await startApp(freshActor, 'Phone')
      if (!started.ok) throw new Error(started.reason)
      const { appId } = started.value
      const token = await tokenOf(started.value)
      const attempt: Attempt = { verb: 'confirmApp', args: [freshActor, appId, token] }
      return { tech, ...crowd(times(() => attempt)) }
    },
    async ({ tech }, outcomes) => {
      expect(winners(outcomes)).toHaveLength(1)
      expect(reasonsOf(outcomes)).toEqual(['not-found'])
      expect(await notificationKindsFor(tech.id)).toEqual(['method-added'])
    },
  )
})
