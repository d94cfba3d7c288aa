import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'

export type FirmPanel = Awaited<ReturnType<typeof getFirm>>

/** The actor's firm, its rule, and its totals from the counter columns: no page ever counts people. */
export async function getFirm(actor: Actor) {
  return db.firm.findUniqueOrThrow({
    where: { id: actor.firmId },
    select: {
      isOperator: true,
      requiresSecondFactor: true,
      ruleChangedAt: true,
      ruleChangedBy: true,
      pushMode: true,
      defaultCountry: true,
      activeEmployees: true,
      activeWithoutNumber: true,
      activeKeepers: true,
    },
  })
}
