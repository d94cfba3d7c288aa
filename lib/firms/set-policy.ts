import {
  type FirmPolicy,
  isStricterForTechs,
  policyFields,
  policyKey,
  policyRefusal,
} from '@/lib/access/firm-policy'
import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { type LockedFirm, lockFirm } from '@/lib/lock-firm'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { excludesActor } from './queries'
import type { PolicyForm } from './schema'

export type PolicyRefusal =
  | 'operator-firm'
  | 'proof-needed'
  | 'no-method-left'
  | 'own-method-missing' // the admin could no longer sign in
  | 'changed-meanwhile' // the firm's policy changed after the page showed it

/** Applies at the next sign-in; a person without a sufficient method adds one there, so nobody is locked out. */
export async function setPolicy(
  actor: Actor,
  { seen, ...after }: PolicyForm,
): Promise<Result<{ changed: boolean }, PolicyRefusal>> {
  const impossible = policyRefusal(after)
  if (impossible) return refuse(impossible)

  return db.$transaction(async (tx) => {
    const firm = await lockFirm(tx, actor.firmId)
    if (firm.isOperator) return refuse('operator-firm')
    const before = policyOf(firm)
    if (policyKey(before) === policyKey(after)) return ok({ changed: false })
    if (policyKey(before) !== seen) return refuse('changed-meanwhile')
    const { mustUseSecondFactor } = await tx.employee.findUniqueOrThrow({
      where: { id: actor.employeeId },
      select: { mustUseSecondFactor: true },
    })
    if (mustUseSecondFactor && !hasFreshProof(actor)) return refuse('proof-needed')
    if (await excludesActor(actor, before, after, tx)) return refuse('own-method-missing')

    await tx.firm.update({ where: { id: actor.firmId }, data: after })
    if (isStricterForTechs(before, after)) {
      await tx.trustedBrowser.deleteMany({ where: { employee: { firmId: actor.firmId } } })
    }
    await record(tx, actor, 'firm.methods-changed', undefined, changed(before, after))
    await notifyAdmins(tx, actor, before, after)
    return ok({ changed: true })
  })
}

function policyOf(firm: LockedFirm): FirmPolicy {
  const { allowsPush, allowsApp, allowsText, minimumTech, minimumAdmin, allowsPasskeyAlone, trustDays } = firm
  return { allowsPush, allowsApp, allowsText, minimumTech, minimumAdmin, allowsPasskeyAlone, trustDays }
}

function changed(before: FirmPolicy, after: FirmPolicy) {
  const fields = policyFields.filter((field) => before[field] !== after[field])
  return Object.fromEntries(fields.map((field) => [field, { before: before[field], after: after[field] }]))
}

async function notifyAdmins(tx: Tx, actor: Actor, before: FirmPolicy, after: FirmPolicy): Promise<void> {
  const admins = await tx.employee.findMany({
    where: { firmId: actor.firmId, active: true, role: 'admin' },
    select: { id: true },
  })
  for (const { id } of admins) {
    await notify(tx, { kind: 'policy-changed', employeeId: id, by: actor.name, before, after })
  }
}
