import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { notifyAdmins } from './notify-admins'

type DisableRefusal = 'operator-firm' | 'proof-needed'

export async function disableTwoFactor(
  actor: Actor,
  reason: string,
): Promise<Result<{ changed: boolean }, DisableRefusal>> {
  if (!hasFreshProof(actor)) return refuse('proof-needed')

  return db.$transaction(
    async (tx) => {
      const firm = await lockFirm(tx, actor.firmId)
      if (firm.isOperator) return refuse('operator-firm')

      if (!firm.requiresSecondFactor) return ok({ changed: false })

      await tx.firm.update({
        where: { id: actor.firmId },
        data: { requiresSecondFactor: false, ruleChangedAt: firm.now, ruleChangedBy: actor.name },
      })
      await record(tx, actor, 'two-factor.disabled', undefined, { reason })
      await notifyAdmins(tx, actor, { on: false, reason })
      return ok({ changed: true })
    },
    { timeout: 15_000 },
  )
}
