import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Employee } from '@/prisma/client/client'
import { actorFor, digitsOf, makeEmployee, makeFirm } from '../factories'
import type { Attempt } from './attempt'
import { reasonsOf, twoRacers, winners } from './racers'
import { rounds } from './rounds'

const { play } = twoRacers()

const remove = (by: Employee, whom: Employee, wish: { role: 'admin' | 'tech'; active: boolean }): Attempt => {
  const { id: employeeId, name, version, mobileNumber } = whom
  const form = {
    employeeId,
    version,
    name,
    mobileNumber: digitsOf(mobileNumber ?? ''),
    allowSharedNumber: false,
    ...wish,
  }
  return { verb: 'editEmployee', args: [actorFor(by), form] }
}
const removeRaw = (_: Employee, whom: Employee): Attempt => {
  const sql = `update employee set role = 'tech' where id = $1::uuid`
  return { verb: 'writeRaw', args: [{ sql, values: [whom.id] }] }
}

const removals: Record<string, (by: Employee, whom: Employee) => Attempt> = {
  demote: (by, whom) => remove(by, whom, { role: 'tech', active: true }),
  deactivate: (by, whom) => remove(by, whom, { role: 'admin', active: false }),
  'demote by raw statements': removeRaw,
}

test.each(Object.entries(removals))(
  'when the two admins %s each other at once, one stays',
  async (_, removal) => {
    await play(
      rounds({ few: 2, full: 100 }),
      async () => {
        const { id, admin } = await makeFirm()
        const other = await makeEmployee({ id }, { role: 'admin' })
        return { firmId: id, first: [removal(admin, other)], second: [removal(other, admin)] }
      },
      async ({ firmId }, outcomes) => {
        expect(winners(outcomes)).toHaveLength(1)
        expect(['last-admin', '23514']).toEqual(expect.arrayContaining(reasonsOf(outcomes)))
        expect(await db.employee.count({ where: { firmId, active: true, role: 'admin' } })).toBe(1)
      },
    )
  },
)

test('of two firms that add the same address at once, one has it', async () => {
  await play(
    rounds({ few: 2, full: 100 }),
    async () => {
      const [one, other] = [await makeFirm(), await makeFirm()]
      const email = `${crypto.randomUUID()}@firm.example`
      const form = {
        name: 'Nora Quist',
        role: 'tech',
        email,
        mobileNumber: '',
        allowSharedNumber: false,
      } as const
      const add = (by: Employee): Attempt => ({ verb: 'addEmployee', args: [actorFor(by), form] })
      return { email, first: [add(one.admin)], second: [add(other.admin)] }
    },
    async ({ email }, outcomes) => {
      expect(winners(outcomes)).toHaveLength(1)
      expect(reasonsOf(outcomes)).toEqual(['email-taken'])
      expect(await db.employee.count({ where: { email } })).toBe(1)
    },
  )
})
