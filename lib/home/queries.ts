import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'

/** The actor's own second step, and how far the firm is. The totals are the firm's own counters: nothing is counted here. */
export async function getStanding(actor: Actor) {
  return db.employee.findFirstOrThrow({
    where: { id: actor.employeeId, firmId: actor.firmId },
    select: {
      mobileNumber: true,
      vendorState: true,
      firm: {
        select: {
          requiresSecondFactor: true,
          ruleChangedAt: true,
          ruleChangedBy: true,
          activeEmployees: true,
          activeWithoutNumber: true,
        },
      },
    },
  })
}

export type Standing = Awaited<ReturnType<typeof getStanding>>
