import { expect, test } from 'vitest'
import { refuseLostRaces } from '@/lib/constraint-refusal'
import { db } from '@/lib/db'
import { makeEmployee, makeFirm } from './factories'

test('what PostgreSQL refuses becomes a named refusal, by model query and by SQL', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const tech = await makeEmployee(firm)
  const admin = { where: { id: firm.admin.id } }
  const stale = { firmId: firm.id, firmRequiresSecondFactor: false, firmIsOperator: false }
  const person = { role: 'tech', name: 'Tess', email: `${crypto.randomUUID()}@harbor.example` } as const

  const attempts: Record<string, () => Promise<unknown>> = {
    'number-required': () => db.employee.update({ where: { id: tech.id }, data: { mobileNumber: null } }),
    'last-admin': () => db.$executeRaw`update employee set active = false where id = ${firm.admin.id}::uuid`,
    'email-taken': () => db.employee.update({ ...admin, data: { email: tech.email } }),
    'changed-meanwhile': () => db.employee.create({ data: { ...stale, ...person } }),
  }
  for (const [reason, attempt] of Object.entries(attempts)) {
    expect(await refuseLostRaces(attempt)).toEqual({ ok: false, reason })
  }
})

test('anything else stays a crash', async () => {
  await expect(refuseLostRaces(() => db.$executeRaw`select no_such_thing`)).rejects.toThrow('no_such_thing')
  const nobody = db.employee.update({ where: { id: crypto.randomUUID() }, data: { name: 'X' } })
  await expect(refuseLostRaces(() => nobody)).rejects.toThrow()
})
