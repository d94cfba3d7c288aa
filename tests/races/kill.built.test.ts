import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { channel } from '@/lib/session/pending-events'
import { findFreePort } from '@/scripts/ports'
import { simulatedAuthy } from '../authy'
import { passphrase } from '../factories'
import { type Answer, FormBrowser } from '../form-browser'
import { makeRegistered } from '../registered'
import { patience, portalProcess } from './portal-process'
import { rounds } from './rounds'

const portalUrl = `http://localhost:${await findFreePort()}`
process.env.PORTAL_URL = portalUrl

const portal = portalProcess(portalUrl)
const authy = simulatedAuthy({ callbackUrl: `${portalUrl}/api/authy/callback` })
const played = rounds({ few: 1, full: 20 })
const waitingPage = '/sign-in/second-step'

beforeAll(() => portal.start())
afterAll(() => portal.kill())

type Tech = Awaited<ReturnType<typeof makeRegistered>>
type Situation = { browser: FormBrowser; tech: Tech }

type State = 'signed in' | 'goes on' | 'begins again'

/** Where the kill falls in a sign-in whose request is on the phone, and how the browser may find itself afterwards. */
type Blow = { strike(situation: Situation, round: number): Promise<void>; states: State[] }

const blows: Record<string, Blow> = {
  'while the approval arrives': {
    async strike({ tech }, round) {
      await approve(tech)
      await pause((round * 3) % 16)
      await portal.kill()
    },
    states: ['goes on'],
  },

  'as soon as the approval is stored': {
    async strike({ tech }) {
      const listener = await connect()
      await listener.query(`listen ${channel}`)
      const step = once(listener, 'notification')
      await approve(tech)
      await step
      await portal.kill()
      await listener.end()
    },
    states: ['goes on'],
  },

  'while the sign-in finishes': {
    async strike({ browser, tech }, round) {
      await approve(tech)
      const pressed = press(browser, await pageWith('Continue', browser))
      await pause((round * 17) % 41)
      await portal.kill()
      const answer = await pressed
      // Had every kill come after the answer, nothing would be proven: the first comes with the press.
      if (round === 0) expect(answer).toBeNull()
    },
    states: ['signed in', 'goes on', 'begins again'],
  },

  'with everything written and nothing committed': {
    async strike({ browser, tech }) {
      await approve(tech)
      const page = await pageWith('Continue', browser)
      const blocker = await connect()
      // The browser is the last thing that a sign-in writes: behind another writer of the same row it waits.
      await blocker.query('begin')
      await blocker.query(
        `insert into known_browser (employee_id, browser_id)
        select employee_id, browser_id from pending_sign_in where employee_id = $1`,
        [tech.id],
      )
      const pressed = press(browser, page)
      await vi.waitFor(async () => expect(await countWaiting(blocker)).toBe(1), patience)
      await portal.kill()
      await blocker.query('rollback')
      await blocker.end()
      await pressed
    },
    states: ['goes on'],
  },

  'as soon as the session is stored': {
    async strike({ browser, tech }) {
      await approve(tech)
      const pressed = press(browser, await pageWith('Continue', browser))
      while ((await db.session.count({ where: { employeeId: tech.id } })) === 0);
      await portal.kill()
      await pressed
    },
    states: ['signed in', 'begins again'],
  },
}

test.each(Object.entries(blows))(
  'killed %s, the portal leaves a sign-in that is done or can be done',
  async (name, blow) => {
    const seen: State[] = []
    for (let round = 0; round < played; round++) {
      const tech = await makeRegistered()
      await db.employee.update({ where: { id: tech.id }, data: { testedAt: new Date() } })
      const browser = new FormBrowser()
      await enterPassword(browser, tech)
      await blow.strike({ browser, tech }, round)
      await portal.start()

      const state = await stateOf(browser)
      seen.push(state)
      if (state === 'begins again') await enterPassword(browser, tech)
      if (state !== 'signed in') await finishByPush({ browser, tech })
      expect(await stateOf(browser)).toBe('signed in')
      // A session whose answer got lost stays, and nobody has its secret.
      const sessions = state === 'begins again' ? 2 : 1
      await checkInvariants(tech, sessions)

      const another = new FormBrowser()
      // A browser that the portal has not seen would be asked for a typed code.
      another.cookies.set('__Host-browser', browser.cookies.get('__Host-browser') ?? '')
      await enterPassword(another, tech)
      await finishByPush({ browser: another, tech })
      expect(await stateOf(another)).toBe('signed in')
      await checkInvariants(tech, sessions + 1)
    }

    const count = (state: State) => `${state} ${seen.filter((one) => one === state).length}`
    console.log(`Killed ${name}: ${blow.states.map(count).join(', ')} of ${played}`)
    expect(blow.states).toEqual(expect.arrayContaining(seen))
  },
)

/** Up to a request that is on the phone and known to the portal. */
async function enterPassword(browser: FormBrowser, { id, email }: Tech) {
  const form = await browser.get('/sign-in')
  const page = await browser.press(form, 'Sign In', { email, password: passphrase }, { follow: true })
  expect(page.path).toBe(waitingPage)
  const waiting = { employeeId: id, status: 'pending' } as const
  await vi.waitFor(async () => expect(await db.push.count({ where: waiting })).toBe(1), patience)
}

async function approve({ mobileNumber }: Tech) {
  const push = (await authy.pushes(mobileNumber)).find(({ status }) => status === 'pending')
  if (push) await authy.answer(mobileNumber, push.uuid, 'approve')
}

async function finishByPush({ browser, tech }: Situation) {
  await approve(tech)
  const answer = await press(browser, await pageWith('Continue', browser))
  expect(answer).toMatchObject({ status: 303, location: '/' })
}

/** The waiting page once it has the button; a callback that got lost is made up for when the page asks the vendor. */
async function pageWith(button: string, browser: FormBrowser): Promise<Answer> {
  return vi.waitFor(async () => {
    const page = await browser.get(waitingPage)
    expect(page.forms.flatMap((form) => form.buttons.map(({ label }) => label))).toContain(button)
    return page
  }, patience)
}

/** Null: the portal died before it had answered. */
async function press(browser: FormBrowser, page: Answer): Promise<Answer | null> {
  return browser.press(page, 'Continue').catch(() => null)
}

async function stateOf(browser: FormBrowser): Promise<State> {
  const home = await browser.get('/')
  if (home.status === 200) return 'signed in'
  const { status } = await browser.get(waitingPage)
  return status === 200 ? 'goes on' : 'begins again'
}

/** I1 and I2: every session stands on a second factor, each of which served once; nothing is left open. */
async function checkInvariants({ id }: Tech, sessions: number) {
  const [counts] = await db.$queryRaw<Array<Record<string, number>>>`
    select
      (select count(*)::int from session where employee_id = ${id}::uuid) as sessions,
      (select count(*)::int from session where employee_id = ${id}::uuid and second_factor_at is null) as "withoutFactor",
      (select count(*)::int from push where employee_id = ${id}::uuid and consumed_at is not null) as approvals,
      (select count(*)::int from pending_sign_in where employee_id = ${id}::uuid and consumed_at is not null) as pendings,
      (select count(*)::int from audit_event where actor_id = ${id}::uuid and action = 'sign-in.finished') as events,
      (select count(*)::int from push where employee_id = ${id}::uuid and status in ('sending', 'pending')) as open`
  expect(counts).toEqual({
    sessions,
    withoutFactor: 0,
    approvals: sessions,
    pendings: sessions,
    events: sessions,
    open: 0,
  })
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  return client
}

async function countWaiting(client: Client): Promise<number> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rowCount ?? 0
}
