import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { lockFirm } from './lock-firm'
import { notifyAdmins } from './notify-admins'

export type DisableRefusal = 'operator-firm' | 'proof-needed'

/** The admin's *No*: the password alone opens the portal again. Needs password and second factor, both fresh. */
export async function disableRule(actor: Actor): Promise<Result<{ changed: boolean }, DisableRefusal>> {
  if (!hasFreshProof(actor)) return refuse('proof-needed')

  return db.$transaction(
    async (tx) => {
      const firm = await lockFirm(tx, actor.firmId)
      if (firm.isOperator) return refuse('operator-firm')

      const changed = await tx.$executeRaw`
        update firm set requires_second_factor = false, rule_changed_at = now(), rule_changed_by = ${actor.name}
        where id = ${actor.firmId}::uuid and requires_second_factor`
      if (changed === 0) return ok({ changed: false })

      await record(tx, actor, 'firm-rule.disabled')
      await notifyAdmins(tx, actor, false)
      return ok({ changed: true })
    },
    { timeout: 15_000 },
  )
}
