import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { verifyPassword } from '@/lib/passwords/password'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { sendPush } from '@/lib/sign-in-methods/push/send-push'
import { settleCalledBack } from '@/lib/sign-in-methods/push/settle-push'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { simulatedAuthy } from '../authy'
import { newlyInvited, secretOf, visitor } from '../passwords/people'
import { makePending } from '../pending'
import { makeRegistered } from '../registered'
import type { Outcome } from './attempt'
import { crowd, reasonsOf, twoRacers, winners } from './racers'
import { rounds } from './rounds'

const crowdSize = 20
const played = rounds({ few: 1, full: 50 })

const authy = simulatedAuthy()
const { play } = twoRacers()

// What the vendor, the consumed proofs and the consumed sign-in answer, and the limits on guessing.
const lost = ['used', 'token-used', 'not-approved', 'ended', 'locked', 'no-tries-left', 'text-elsewhere']

async function opensOneSession({ employeeId }: { employeeId: string }, outcomes: Outcome[]) {
  expect(winners(outcomes)).toHaveLength(1)
  expect(lost).toEqual(expect.arrayContaining(reasonsOf(outcomes)))
  expect(await db.session.count({ where: { employeeId } })).toBe(1)
  const audit = { actorId: employeeId, action: 'sign-in.finished' }
  expect(await db.auditEvent.count({ where: audit })).toBe(1)
}

const times = <Value>(make: (n: number) => Value) => Array.from({ length: crowdSize }, (_, n) => make(n))

type Registered = Awaited<ReturnType<typeof makeRegistered>>

async function text(pending: PendingSignIn, mobileNumber: string): Promise<string> {
  const sent = await sendToken(pending, crypto.randomUUID())
  if (!sent.ok) throw new Error(sent.reason)
  const [message] = await authy.messages(mobileNumber)
  return message?.code ?? ''
}

async function approve(pending: PendingSignIn, mobileNumber: string): Promise<void> {
  const opened = await createPush(pending)
  if (!opened.ok) throw new Error(opened.reason)
  await sendPush(opened.value)
  const [push] = await authy.pushes(mobileNumber)
  await authy.answer(mobileNumber, push?.uuid ?? '', 'approve')
  await settleCalledBack(push?.uuid ?? '', pending.vendorUserId ?? '')
}

/** Twenty browsers of one person that send the same token. */
async function twentyBrowsers(tokenFor: (tech: Registered, browser: PendingSignIn) => Promise<string>) {
  const tech = await makeRegistered()
  const [first, ...others] = await Promise.all(times(() => makePending(tech)))
  if (!first) throw new Error('There is no browser')
  const token = await tokenFor(tech, first)
  return {
    employeeId: tech.id,
    ...crowd([first, ...others].map((pending) => ({ verb: 'signInByToken', args: [pending, token] }))),
  }
}

test('one texted token in twenty browsers at once opens one session', async () => {
  const round = () => twentyBrowsers((tech, browser) => text(browser, tech.mobileNumber))
  await play(played, round, opensOneSession)
})

test('one token of the app in twenty browsers at once opens one session', async () => {
  const round = () => twentyBrowsers((tech) => authy.appToken(tech.mobileNumber))
  await play(played, round, opensOneSession)
})

test('one token that the vendor has accepted twenty times opens one session', async () => {
  await play(
    played,
    async () => {
      const tech = await makeRegistered()
      const pendings = await Promise.all(times(() => makePending(tech)))
      const proof = { kind: 'token', method: 'text', digest: crypto.randomUUID() } as const
      return {
        employeeId: tech.id,
        ...crowd(pendings.map((pending) => ({ verb: 'finishSignIn', args: [pending, proof] }))),
      }
    },
    opensOneSession,
  )
})

test('one approval that is used twenty times at once opens one session', async () => {
  await play(
    played,
    async () => {
      const tech = await makeRegistered()
      const pending = await makePending(tech)
      await approve(pending, tech.mobileNumber)
      const proof = { kind: 'push', typedCodeHash: null } as const
      return {
        employeeId: tech.id,
        ...crowd(times(() => ({ verb: 'finishSignIn', args: [pending, proof] }))),
      }
    },
    opensOneSession,
  )
})

test('an approval, a texted token and one of the app at once give one session', async () => {
  await play(
    played,
    async () => {
      const tech = await makeRegistered()
      const pending = await makePending(tech)
      await approve(pending, tech.mobileNumber)
      const tokens = [await text(pending, tech.mobileNumber), await authy.appToken(tech.mobileNumber)]
      const proof = { kind: 'push', typedCodeHash: null } as const
      return {
        employeeId: tech.id,
        ...crowd(
          times((n) => {
            const token = tokens[n % 3]
            return token
              ? { verb: 'signInByToken', args: [pending, token] }
              : { verb: 'finishSignIn', args: [pending, proof] }
          }),
        ),
      }
    },
    opensOneSession,
  )
})

test('one mailed link that is used twenty times at once sets one password', async () => {
  const passwordOf = (n: number) => `seven quiet lamps drift ${n}`
  await play(
    played,
    async () => {
      const person = await newlyInvited()
      const secret = secretOf((await makeLink(db, person.id, 'invitation')).url)
      return {
        employeeId: person.id,
        ...crowd(times((n) => ({ verb: 'setPassword', args: [secret, passwordOf(n), visitor] }))),
      }
    },
    async ({ employeeId }, outcomes) => {
      expect(winners(outcomes)).toHaveLength(1)
      expect(reasonsOf(outcomes)).toEqual(['link-ended'])
      const stored = await db.credential.findUnique({ where: { employeeId } })
      const matches = await Promise.all(times((n) => verifyPassword(passwordOf(n), stored, employeeId)))
      expect(matches.filter(Boolean)).toHaveLength(1)
    },
  )
})
