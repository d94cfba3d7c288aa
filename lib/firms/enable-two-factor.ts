import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { constraintRefusal } from '@/lib/constraint-refusal'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { notifyAdmins } from './notify-admins'

type EnableRefusal = 'operator-firm' | 'proof-needed' | 'numbers-missing'
type Enabled = Result<{ changed: boolean }, EnableRefusal>

/** Updates the firm alone: PostgreSQL carries the rule to each employee and refuses it while an active one has no number. */
export async function enableTwoFactor(actor: Actor): Promise<Enabled> {
  try {
    return await db.$transaction((tx) => enable(tx, actor), { timeout: 15_000 })
  } catch (error) {
    if (constraintRefusal(error) === 'number-required') return refuse('numbers-missing')
    throw error
  }
}

async function enable(tx: Tx, actor: Actor): Promise<Enabled> {
  const firm = await lockFirm(tx, actor.firmId)
  if (firm.isOperator) return refuse('operator-firm')
  if (firm.requiresSecondFactor) return ok({ changed: false })
  // The admin's own second factor works, or Yes could lock the admin out.
  if (!hasFreshProof(actor)) return refuse('proof-needed')

  await tx.firm.update({
    where: { id: actor.firmId },
    data: { requiresSecondFactor: true, ruleChangedAt: firm.now, ruleChangedBy: actor.name },
  })
  await record(tx, actor, 'two-factor.enabled')
  await notifyAdmins(tx, actor, { on: true })
  const since = firm.now.toISOString()
  await enqueue(tx, 'notify-firm', { firmId: actor.firmId, since, by: actor.name, after: null })
  return ok({ changed: true })
}
