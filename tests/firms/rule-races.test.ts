import { expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { addEmployee } from '@/lib/employees/add-employee'
import { editEmployee } from '@/lib/employees/edit-employee'
import { enableRule } from '@/lib/firms/enable-rule'
import { actorFor, digitsOf, makeEmployee, makeFirm, uniqueNumber } from '../factories'

const rounds = 8

/** FR-1 as a question that must have no answer. */
const violations = () => db.$queryRaw<{ id: string }[]>`
  select e.id from employee e join firm f on f.id = e.firm_id
  where f.requires_second_factor and e.active and e.mobile_number is null`

async function timed<Answer extends { ok: boolean }>(work: () => Promise<Answer>) {
  const from = performance.now()
  const { ok } = await work()
  return { ok, from, to: performance.now() }
}

const add = (actor: Actor) => {
  const email = `${crypto.randomUUID()}@race.example`
  return addEmployee(actor, {
    name: 'Racer',
    email,
    role: 'tech',
    mobileNumber: '',
    allowSharedNumber: false,
  })
}

test('Yes against add, edit and reactivate: the rule holds after every round', async () => {
  let overlaps = 0
  for (let round = 0; round < rounds; round += 1) {
    const firm = await makeFirm()
    const actor = actorFor(firm.admin)
    const [kept, gone] = [
      await makeEmployee(firm),
      await makeEmployee(firm, { active: false, mobileNumber: null }),
    ]
    const form = {
      version: 1,
      role: 'tech',
      allowSharedNumber: false,
      mobileNumber: '',
      active: true,
    } as const
    const [yes, ...others] = await Promise.all([
      timed(() => enableRule(actor)),
      timed(() => add(actor)),
      timed(() => editEmployee(actor, { ...form, employeeId: kept.id, name: kept.name })),
      timed(() => editEmployee(actor, { ...form, employeeId: gone.id, name: gone.name })),
    ])
    expect(await violations()).toEqual([])
    expect(yes.ok && others.some(({ ok }) => ok)).toBe(false)
    if (others.some((other) => other.from < yes.to && yes.from < other.to)) overlaps += 1
  }
  expect(overlaps).toBe(rounds)
})

test('two admins who disable each other in the same moment leave one of them', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const firm = await makeFirm()
    const ben = await makeEmployee(firm, { role: 'admin' })
    const form = { version: 1, role: 'admin', allowSharedNumber: false, active: false } as const
    const disable = (by: typeof ben, whom: typeof ben) =>
      editEmployee(actorFor(by), {
        ...form,
        employeeId: whom.id,
        name: whom.name,
        mobileNumber: digitsOf(whom.mobileNumber ?? ''),
      })
    const answers = await Promise.all([disable(firm.admin, ben), disable(ben, firm.admin)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.employee.count({ where: { firmId: firm.id, active: true, role: 'admin' } })).toBe(1)
  }
})

test('a writer that knows none of our verbs meets the same refusal', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const tech = await makeEmployee(firm, { mobileNumber: uniqueNumber() })
  const clear = db.employee.update({ where: { id: tech.id }, data: { mobileNumber: null } })
  await expect(clear).rejects.toThrow('employee_number_required')
})
