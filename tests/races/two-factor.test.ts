import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { actorFor, type MadeFirm, makeEmployee, makeFirm } from '../factories'
import type { Attempt, Outcome } from './attempt'
import { crowd, duels, reasonsOf, twoRacers, winners } from './racers'
import { isFull, rounds } from './rounds'

const { play } = twoRacers()

type Writer = (firm: MadeFirm) => Promise<Attempt>

const employee = { name: 'Nora Quist', role: 'tech', mobileNumber: '', allowSharedNumber: false } as const
const email = () => `${crypto.randomUUID()}@firm.example`

/** Everybody who could leave an active employee without a number, through the portal and past it. */
const writers: Record<string, Writer> = {
  add: async (firm) => ({
    verb: 'addEmployee',
    args: [actorFor(firm.admin), { ...employee, email: email() }],
  }),
  edit: async (firm) => {
    const { id, version } = await makeEmployee(firm)
    const form = { ...employee, employeeId: id, version, active: true }
    return { verb: 'editEmployee', args: [actorFor(firm.admin), form] }
  },
  reactivate: async (firm) => {
    const { id, version } = await makeEmployee(firm, { active: false, mobileNumber: null })
    const form = { ...employee, employeeId: id, version, active: true }
    return { verb: 'editEmployee', args: [actorFor(firm.admin), form] }
  },
  'raw insert': (firm) => insert(firm, firm.id),
  'raw clearing': (firm) => clear(firm, firm.id),
  'raw reactivation': (firm) => reactivate(firm, firm.id),
}

/** As above, without taking the firm's row first as everybody else does. */
const rudeWriters: Record<string, Writer> = { insert, clearing: clear, reactivation: reactivate }

async function insert(firm: MadeFirm, lockFirst?: string): Promise<Attempt> {
  const sql = `insert into employee (id, firm_id, firm_requires_second_factor, firm_is_operator, role, name, email)
    values ($1::uuid, $2::uuid, false, false, 'tech', 'Nora Quist', $3)`
  return { verb: 'writeRaw', args: [{ sql, values: [crypto.randomUUID(), firm.id, email()], lockFirst }] }
}

async function clear(firm: MadeFirm, lockFirst?: string): Promise<Attempt> {
  const { id } = await makeEmployee(firm)
  const sql = 'update employee set mobile_number = null where id = $1::uuid'
  return { verb: 'writeRaw', args: [{ sql, values: [id], lockFirst }] }
}

async function reactivate(firm: MadeFirm, lockFirst?: string): Promise<Attempt> {
  const { id } = await makeEmployee(firm, { active: false, mobileNumber: null })
  const sql = 'update employee set active = true where id = $1::uuid'
  return { verb: 'writeRaw', args: [{ sql, values: [id], lockFirst }] }
}

/** One of the two wins, and the firm is as the winner wants it. */
async function checkRule({ firm }: { firm: MadeFirm }, outcomes: Outcome[]) {
  expect(await withoutNumber()).toEqual([])
  const [winner, ...others] = winners(outcomes)
  expect(others).toEqual([])
  const isOn = winner?.verb === 'enableTwoFactor'
  expect(await db.firm.findUnique({ where: { id: firm.id } })).toMatchObject({
    requiresSecondFactor: isOn,
    activeWithoutNumber: isOn ? 0 : 1,
  })
}

// 23503: the row speaks of a firm without the rule; 23514: active, and no number.
const reasons = ['numbers-missing', 'number-required', '23503', '23514']

test.each(Object.entries(writers))(
  'of Yes and %s at once the second is refused, whichever it is',
  async (_, writer) => {
    const won = await playAgainst(writer, rounds({ few: 2, full: 300 }), reasons)
    // A few rounds on a busy machine may all end alike.
    if (isFull) expect(Math.min(won.enableTwoFactor, won.other)).toBeGreaterThan(0)
  },
)

test.each(Object.entries(rudeWriters))(
  'the rule holds against a raw %s that ignores the order of locks',
  async (_, writer) => {
    await playAgainst(writer, rounds({ few: 2, full: 100 }), [...reasons, 'deadlock'])
  },
)

async function playAgainst(writer: Writer, count: number, allowed: string[]) {
  const duel = duels()
  const won = { enableTwoFactor: 0, other: 0 }
  await play(
    count,
    async () => {
      const firm = await makeFirm()
      const yes: Attempt = { verb: 'enableTwoFactor', args: [actorFor(firm.admin)] }
      return { firm, ...duel.next(yes, await writer(firm)) }
    },
    async (round, outcomes) => {
      await checkRule(round, outcomes)
      expect(allowed).toEqual(expect.arrayContaining(reasonsOf(outcomes)))
      const [winner] = winners(outcomes)
      won[winner?.verb === 'enableTwoFactor' ? 'enableTwoFactor' : 'other'] += 1
      duel.note(winner?.verb)
    },
  )
  console.log(`Yes won ${won.enableTwoFactor} rounds, the other ${won.other}`)
  return won
}

test('Yes twenty times at once is one change, one event and one mail for each admin', async () => {
  await play(
    rounds({ few: 1, full: 50 }),
    async () => {
      const firm = await makeFirm()
      await makeEmployee(firm, { role: 'admin' })
      const actor = actorFor(firm.admin)
      return {
        firm,
        ...crowd(Array.from({ length: 20 }, () => ({ verb: 'enableTwoFactor', args: [actor] }))),
      }
    },
    async ({ firm }, outcomes) => {
      expect(winners(outcomes)).toHaveLength(20)
      expect(await db.auditEvent.count({ where: { firmId: firm.id, action: 'two-factor.enabled' } })).toBe(1)
      expect(await notificationsOfTheSwitch(firm)).toEqual([1, 1])
    },
  )
})

/** The invariant of two-factor authentication, over all firms. */
async function withoutNumber() {
  return db.$queryRaw`
    select e.id from employee e join firm f on f.id = e.firm_id
    where f.requires_second_factor and e.active and e.mobile_number is null`
}

async function notificationsOfTheSwitch(firm: MadeFirm): Promise<number[]> {
  const rows = await db.$queryRaw<Array<{ notifications: number }>>`
    select (select count(*)::int from notification n join pgboss.job j on j.name = 'notification' and j.data->>'notificationId' = n.id::text
      where n.content->>'kind' = 'rule-switched' and n.employee_id = e.id) as notifications
    from employee e where firm_id = ${firm.id}::uuid and role = 'admin'`
  return rows.map(({ notifications }) => notifications)
}
