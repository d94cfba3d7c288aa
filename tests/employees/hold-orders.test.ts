import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { cancelNumberChange } from '@/lib/employees/cancel-number-change'
import { editEmployee } from '@/lib/employees/edit-employee'
import { resetMethods } from '@/lib/employees/recovery/reset-methods'
import type { EditEmployeeForm } from '@/lib/employees/schema'
import { disableTwoFactor } from '@/lib/firms/disable-two-factor'
import { enableTwoFactor } from '@/lib/firms/enable-two-factor'
import type { Employee } from '@/prisma/client/client'
import { digitsOf, uniqueNumber } from '../factories'
import { rounds } from '../races/rounds'
import { firmInNeed, reason, reload } from './recovery/firm-in-need'

const steps = ['no', 'edit', 'remove', 'yes', 'deactivate', 'reactivate', 'reset', 'cancel'] as const
type Step = (typeof steps)[number]

async function take(step: Step, admin: Actor, tech: Employee): Promise<{ ok: boolean }> {
  const edit = (changes: Partial<EditEmployeeForm>) => {
    const { id: employeeId, version, name, active, mobileNumber } = tech
    const kept = { employeeId, version, name, active, role: 'tech' as const, allowSharedNumber: false }
    return editEmployee(admin, { ...kept, mobileNumber: digitsOf(mobileNumber ?? '+'), ...changes })
  }
  switch (step) {
    case 'no':
      return disableTwoFactor(admin, reason)
    case 'yes':
      return enableTwoFactor(admin)
    case 'edit':
      return edit({ mobileNumber: digitsOf(uniqueNumber()) })
    case 'remove':
      return edit({ mobileNumber: '' })
    case 'deactivate':
      return edit({ active: false })
    case 'reactivate':
      return edit({ active: true })
    case 'reset':
      return resetMethods(admin, { employeeId: tech.id, reason })
    case 'cancel':
      return cancelNumberChange(admin, tech.id)
  }
}

const heldBack = (tech: Employee) =>
  db.caseMessage.count({
    where: { case: { employeeId: tech.id, state: 'waiting' }, channel: 'text', number: tech.mobileNumber },
  })

/** Only a reset takes the proof from a number, and then nothing but an enrollment completes a sign-in. */
async function walk(order: Step[]) {
  const people = await firmInNeed()
  let before = people.tech
  for (const step of order) {
    const answer = await take(step, people.ada, before)
    const after = await reload(before)
    const { mobileNumber, numberProvenAt } = before
    if (numberProvenAt && step !== 'reset') expect(after).toMatchObject({ mobileNumber, numberProvenAt })
    if (numberProvenAt && step === 'edit' && answer.ok) expect(await heldBack(after)).toBeGreaterThan(0)
    if (!after.numberProvenAt)
      expect(after).toMatchObject({ factorResetAt: expect.any(Date), mustUseSecondFactor: true })
    before = after
  }
}

test('in no order of No, edit, Yes and the like is a proven number replaced at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 9 }), walk),
    {
      numRuns: rounds({ few: 12, full: 300 }),
      examples: [
        [['no', 'edit', 'yes']],
        [['no', 'remove', 'edit', 'yes']],
        [['no', 'deactivate', 'edit', 'reactivate', 'yes']],
        [['reset', 'no', 'edit', 'yes']],
      ],
    },
  )
})
