import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { addEmployee } from '@/lib/employees/add-employee'
import { changeEmail } from '@/lib/employees/change-email'
import { editEmployee } from '@/lib/employees/edit-employee'
import { makeOneTimePass } from '@/lib/employees/recovery/make-one-time-pass'
import { resetMethods } from '@/lib/employees/recovery/reset-methods'
import { unlockTokens } from '@/lib/employees/recovery/unlock-tokens'
import { disableTwoFactor } from '@/lib/firms/disable-two-factor'
import { setPolicy } from '@/lib/firms/set-policy'
import type { Employee } from '@/prisma/client/client'
import { firmInNeed, reason, stale } from '../employees/recovery/firm-in-need'
import { digitsOf, makeEmployee, uniqueNumber } from '../factories'
import { chosen } from '../firms/policies'
import { notificationKindsFor } from '../notifications/notifications'

type Firm = Awaited<ReturnType<typeof firmInNeed>>
type Act = (firm: Firm, by: Actor) => Promise<{ ok: boolean; reason?: string }>

const edit = (person: Employee, change: object, by: Actor) => {
  const { id: employeeId, version, name, active } = person
  const mobileNumber = digitsOf(person.mobileNumber ?? '')
  const form = { employeeId, version, name, role: 'tech', mobileNumber, active, allowSharedNumber: false }
  return editEmployee(by, { ...form, ...change } as Parameters<typeof editEmployee>[1])
}

const acts: Record<string, Act> = {
  'add an admin': (_, by) =>
    addEmployee(by, {
      name: 'Nora New',
      email: `${crypto.randomUUID()}@harbor.example`,
      role: 'admin',
      mobileNumber: digitsOf(uniqueNumber()),
      allowSharedNumber: false,
    }),
  'make a tech an admin': ({ tech }, by) => edit(tech, { role: 'admin' }, by),
  'reactivate an admin': async ({ firm, tech }, by) => {
    await db.employee.update({ where: { id: tech.id }, data: { role: 'admin', active: false } })
    expect(tech.firmId).toBe(firm.id)
    return edit(tech, { role: 'admin', active: true }, by)
  },
  'change an email address': ({ tech }, by) =>
    changeEmail(by, { employeeId: tech.id, email: `${crypto.randomUUID()}@harbor.example` }),
  'create a one-time pass': ({ tech }, by) => makeOneTimePass(by, { employeeId: tech.id, reason }),
  'reset a second factor': ({ tech }, by) => resetMethods(by, { employeeId: tech.id, reason }),
  'unlock tokens': async ({ tech }, by) => {
    await db.employee.update({ where: { id: tech.id }, data: { wrongTokensInRow: 100 } })
    return unlockTokens(by, { employeeId: tech.id, reason })
  },
  'turn off two-factor authentication': (_, by) => disableTwoFactor(by, reason),
  'change the allowed sign-in methods': async ({ firm }, by) =>
    setPolicy(by, await chosen(firm, { trustDays: 7 })),
}

type Row = { act: string; stepUp: string; person: string; admins: string }

const [, section = ''] = readFileSync('docs/roles.md', 'utf8').split('## Acts that give more power')
const rows: Row[] = section
  .slice(0, section.indexOf('\n## '))
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, act = '', stepUp = '', person = '', admins = '']) => ({ act, stepUp, person, admins }))

test('the table names every act that is tried', () => {
  expect(rows.map(({ act }) => act).sort()).toEqual(Object.keys(acts).sort())
})

test.each(rows)(
  '$act: step-up $stepUp, notified as the table says',
  async ({ act, stepUp, person, admins }) => {
    const firm = await firmInNeed()
    const run = acts[act]
    if (!run) throw new Error(`Nothing tries "${act}"`)
    const second = await makeEmployee(firm.firm, { role: 'admin' })
    expect(stepUp).toBe('yes')
    expect(await run(firm, stale(firm.ada))).toMatchObject({ ok: false, reason: 'proof-needed' })
    expect(await run(firm, firm.ada)).toMatchObject({ ok: true })
    expect(await notificationKindsFor(firm.tech.id)).toEqual(person === 'no' ? [] : [person])
    expect(await notificationKindsFor(second.id)).toEqual(admins === 'no' ? [] : [admins])
  },
)
