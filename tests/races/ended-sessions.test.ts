import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { simulatedAuthy } from '../authy'
import { actorFor, digitsOf, type MadeFirm, makeFirm, passphrase } from '../factories'
import { newPassword, secretOf, visitor } from '../passwords/people'
import { makePending } from '../pending'
import { makeRegistered } from '../registered'
import type { Attempt } from './attempt'
import { duels, twoRacers } from './racers'
import { rounds } from './rounds'

simulatedAuthy()
const { play } = twoRacers()

type Tech = Awaited<ReturnType<typeof makeRegistered>>
type Ending = (firm: MadeFirm, tech: Tech) => Promise<Attempt>

const endings: Record<string, Ending> = {
  'deactivating the person': async (firm, tech) => edit(firm, tech, { role: 'tech', active: false }),
  'changing the role': async (firm, tech) => edit(firm, tech, { role: 'admin', active: true }),
  'signing out everywhere': async (firm, tech) => ({
    verb: 'endSessions',
    args: [actorFor(firm.admin), { employeeId: tech.id, reason: 'Laptop left on a train' }],
  }),
  'setting a new password': (_, tech) => setNewPassword(tech),
}

async function setNewPassword({ id }: Tech): Promise<Attempt> {
  const { url } = await makeLink(db, id, 'password_reset')
  return { verb: 'setPassword', args: [secretOf(url), newPassword, visitor] }
}

function edit(firm: MadeFirm, tech: Tech, wish: { role: 'admin' | 'tech'; active: boolean }): Attempt {
  const { id: employeeId, name, version } = tech
  const form = {
    employeeId,
    version,
    name,
    mobileNumber: digitsOf(tech.mobileNumber),
    allowSharedNumber: false,
  }
  return { verb: 'editEmployee', args: [actorFor(firm.admin), { ...form, ...wish }] }
}

test.each(Object.entries(endings))(
  '%s leaves no session of a sign-in that finishes at once',
  async (_, ending) => {
    const duel = duels()
    let finishedFirst = 0
    await play(
      rounds({ few: 2, full: 200 }),
      async () => {
        const firm = await makeFirm({ requiresSecondFactor: true })
        const tech = await makeRegistered(firm)
        const pending = await makePending(tech)
        const proof = { kind: 'token', method: 'text', digest: crypto.randomUUID() } as const
        return {
          tech,
          ...duel.next({ verb: 'finishSignIn', args: [pending, proof] }, await ending(firm, tech)),
        }
      },
      async ({ tech }, outcomes) => {
        const finish = outcomes.find(({ verb }) => verb === 'finishSignIn')
        const ended = outcomes.find(({ verb }) => verb !== 'finishSignIn')
        expect(ended?.answer).toMatchObject({ ok: true })
        if (finish?.answer.ok) finishedFirst += 1
        else expect(finish?.answer).toEqual({ ok: false, reason: 'ended' })
        duel.note((finish?.answer.ok ? finish : ended)?.verb)
        expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)
      },
    )
    console.log(`The sign-in was first in ${finishedFirst} rounds`)
  },
)

test('a sign-in with the old password does not outlive the new one', async () => {
  const duel = duels()
  await play(
    rounds({ few: 2, full: 200 }),
    async () => {
      const tech = await makeRegistered()
      const form = { email: tech.email, password: passphrase }
      const context = { ...visitor, address: crypto.randomUUID(), browserId: crypto.randomUUID() }
      const start: Attempt = { verb: 'startSignIn', args: [form, context] }
      return { tech, ...duel.next(start, await setNewPassword(tech)) }
    },
    async ({ tech }, outcomes) => {
      const start = outcomes.find(({ verb }) => verb === 'startSignIn')
      if (!start?.answer.ok) expect(start?.answer).toEqual({ ok: false, reason: 'wrong' })
      duel.note(start?.answer.ok ? 'startSignIn' : 'setPassword')
      expect(await db.pendingSignIn.count({ where: { employeeId: tech.id } })).toBe(0)
    },
  )
})
